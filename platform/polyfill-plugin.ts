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

const TABLE = /const apiMetadata = (\{.*?\n {6}\});/s;

/** What it does for developer tools, for messages to tabs and for the browser's settings, none of which this extension touches. */
const UNUSED = [
  /const onRequestFinishedWrappers = .*?\n {6}\}\);/s,
  /devtools: \{.*?\n {8}\},/s,
  /,\s*tabs: \{\s*sendMessage: .*?\}\)\s*\}/s,
  /const settingMetadata = \{.*?\n {6}\};/s,
  /apiMetadata\.privacy = \{.*?\n {6}\};/s,
  // The compiler has counted the arguments.
  /if \(args\.length [<>] metadata\.m..Args\) \{\s*throw [^\n]*\s*\}/g,
];

/** Whether a call knows no callback: none of those above. */
const NEVER = /metadata\.(fallbackToNoCallback|noCallback)(?=\))/g;

/**
 * Leaves out of webextension-polyfill what it knows of bookmarks, windows and all the others that this extension never calls: most of its
 * table, and a twentieth of the background's script.
 */
export function polyfillTable(): Plugin {
  return {
    name: 'ringback:polyfill-table',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/browser-polyfill.js')) return undefined;
      const all = JSON.parse(TABLE.exec(code)?.[1] ?? '{}') as Record<string, Record<string, unknown>>;
      const used = Object.entries(USED).map(([name, calls]) => [
        name,
        Object.fromEntries(calls.map((call) => [call, all[name]?.[call]])),
      ]);
      const cut = (text: string, part: RegExp, instead: string) => {
        if (text.search(part) < 0) throw new Error(`${id} has no ${part} any more.`);
        return text.replace(part, instead);
      };
      const trimmed = UNUSED.reduce((text, part) => cut(text, part, ''), cut(code, NEVER, 'false'));
      return {
        code: cut(trimmed, TABLE, `const apiMetadata = ${JSON.stringify(Object.fromEntries(used))};`),
        map: null,
      };
    },
  };
}
