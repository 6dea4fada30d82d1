import { defineWxtModule } from 'wxt/modules';
import { FACTS_FILE, factsFile } from '../core/facts/files.ts';

/** Ships what is on record about calls: `platform/facts.ts` reads it. */
export default defineWxtModule((wxt) => {
  wxt.hooks.hook('prepare:publicPaths', (_, paths) => {
    paths.push(FACTS_FILE);
  });
  wxt.hooks.hook('build:publicAssets', (_, files) => {
    files.push({ contents: factsFile(), relativeDest: FACTS_FILE });
  });
});
