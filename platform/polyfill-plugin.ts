import type { Plugin } from 'vite';

/** What this extension calls. The polyfill hands everything else through as the browser has it. */
const USED: Readonly<Record<string, readonly string[]>> = {
  alarms: ['clear', 'get'],
  notifications: ['create'],
  permissions: ['contains', 'remove', 'request'],
  runtime: ['openOptionsPage', 'sendMessage'],
  storage: ['local', 'managed'],
  tabs: ['create'],
};

/**
 * Leaves out of webextension-polyfill's table what it says of bookmarks, windows and all the others that this extension never calls: most
 * of the table, and a twentieth of the background's script.
 */
export function polyfillTable(): Plugin {
  return {
    name: 'ringback:polyfill-table',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/browser-polyfill.js')) return undefined;
      const [whole, table] = /const apiMetadata = (\{.*?\n {6}\});/s.exec(code) ?? [];
      if (whole === undefined || table === undefined) throw new Error(`${id} has no table of the API any more.`);
      const all = JSON.parse(table) as Record<string, Record<string, unknown>>;
      const used = Object.entries(USED).map(([name, calls]) => [
        name,
        Object.fromEntries(calls.map((call) => [call, all[name]?.[call]])),
      ]);
      return {
        code: code.replace(whole, `const apiMetadata = ${JSON.stringify(Object.fromEntries(used))};`),
        map: null,
      };
    },
  };
}
