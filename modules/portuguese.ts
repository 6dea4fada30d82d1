import { join } from 'node:path';
import { defineWxtModule } from 'wxt/modules';

const messages = (locale: string): string => join('_locales', locale, 'messages.json');

/** Chrome Web Store has no Portuguese without a country: its package says the same in two folders. Firefox takes `pt` for both. */
export default defineWxtModule((wxt) => {
  // While serving, a changed text is written into the folder that is named like its file.
  if (wxt.config.browser === 'firefox' || wxt.config.command !== 'build') return;
  wxt.hooks.hook('build:publicAssets', (_, files) => {
    const portuguese = files.find(({ relativeDest }) => relativeDest === messages('pt'));
    if (!portuguese) return;
    const countries = ['pt_BR', 'pt_PT'].map((locale) => ({ ...portuguese, relativeDest: messages(locale) }));
    files.splice(files.indexOf(portuguese), 1, ...countries);
  });
});
