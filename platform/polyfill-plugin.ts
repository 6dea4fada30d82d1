import type { Plugin } from 'vite';

/** The parts of the extension API that this extension uses. The manifest's permissions leave little more. */
const USED = ['alarms', 'i18n', 'notifications', 'permissions', 'runtime', 'storage', 'webRequest'];

/**
 * Leaves out of webextension-polyfill's table what it says of bookmarks, tabs, windows and all the others that this extension has no
 * permission for: most of the table, and a thirtieth of the background's script.
 */
export function polyfillTable(): Plugin {
  return {
    name: 'ringback:polyfill-table',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/browser-polyfill.js')) return undefined;
      const [whole, table] = /const apiMetadata = (\{.*?\n {6}\});/s.exec(code) ?? [];
      if (whole === undefined || table === undefined) throw new Error(`${id} has no table of the API any more.`);
      const all = JSON.parse(table) as Record<string, unknown>;
      const used = Object.fromEntries(USED.map((name) => [name, all[name]]));
      return { code: code.replace(whole, `const apiMetadata = ${JSON.stringify(used)};`), map: null };
    },
  };
}
