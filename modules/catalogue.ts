import { defineWxtModule } from 'wxt/modules';
import { CATALOGUE_FILE, catalogueFile } from '../core/catalogue/packed-file.ts';

/** Ships the catalogue: `platform/catalogue.ts` reads it. */
export default defineWxtModule((wxt) => {
  wxt.hooks.hook('prepare:publicPaths', (_, paths) => {
    paths.push(CATALOGUE_FILE);
  });
  wxt.hooks.hook('build:publicAssets', (_, files) => {
    files.push({ contents: catalogueFile(), relativeDest: CATALOGUE_FILE });
  });
});
