import { defineWxtModule } from 'wxt/modules';
import { OPERATORS_FILE, operatorsFile } from '../core/network/operators/files.ts';

/** Ships the table that names networks: `core/network/operators.ts` reads it. */
export default defineWxtModule((wxt) => {
  wxt.hooks.hook('prepare:publicPaths', (_, paths) => {
    paths.push(OPERATORS_FILE);
  });
  wxt.hooks.hook('build:publicAssets', (_, files) => {
    files.push({ absoluteSrc: operatorsFile(), relativeDest: OPERATORS_FILE });
  });
});
