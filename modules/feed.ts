import { defineWxtModule } from 'wxt/modules';
import { feedSource, SOURCE_FILE } from '../core/feed/source-file.ts';

/** Ships whose signature counts and where editions are fetched: `platform/feed-source.ts` reads it. */
export default defineWxtModule((wxt) => {
  wxt.hooks.hook('prepare:publicPaths', (_, paths) => {
    paths.push(SOURCE_FILE);
  });
  wxt.hooks.hook('build:publicAssets', (_, files) => {
    files.push({ contents: JSON.stringify(feedSource()), relativeDest: SOURCE_FILE });
  });
});
