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

/** What the table tells for counting arguments: the compiler has counted them. */
const ARITY = ['minArgs', 'maxArgs'];

/** Parts that this extension has no use for, and what stands in their place. */
const CUTS: readonly (readonly [part: RegExp, instead: string])[] = [
  // For developer tools, messages to tabs and the browser's settings.
  [/const onRequestFinishedWrappers = .*?\n {6}\}\);/s, ''],
  [/devtools: \{.*?\n {8}\},/s, ''],
  [/,\s*tabs: \{\s*sendMessage: .*?\}\)\s*\}/s, ''],
  [/const settingMetadata = \{.*?\n {6}\};/s, ''],
  [/apiMetadata\.privacy = \{.*?\n {6}\};/s, ''],
  [/onMessageExternal: [^\n]*,\n/, ''],
  [/hasListener\(target, listener\) \{.*?\n {8}\},/s, ''],
  [/ else if \(hasOwnProperty\(metadata, "\*"\)\) \{.*?\n {12}\}/s, ''],
  // For pages that change what the browser gives them. What is not wrapped is read anew each time.
  [/has\(proxyTarget, prop\) \{.*?\n {10}\},/s, ''],
  [/set\(proxyTarget, prop, value, receiver\) \{.*?\n {10}\},/s, ''],
  [/defineProperty\(proxyTarget, prop, desc\) \{.*?\n {10}\},/s, ''],
  [/deleteProperty\(proxyTarget, prop\) \{.*?\n {10}\}/s, ''],
  [/Object\.defineProperty\(cache, prop, \{.*?\n {14}\}\);/s, ''],
  // For listeners that answer a message by a callback: all of ours return a promise, or nothing.
  [/let didCallSendResponse = false;.*?\n {10}\}\);\n/s, ''],
  [/(?<=listener\(message, sender), wrappedSendResponse/, ''],
  [/result !== true && !isResultThenable && !didCallSendResponse/, '!isResultThenable'],
  [/if \(isResultThenable\) (\{\s*sendPromisedResult\(result\);\s*\}) else \{.*?\n {10}\}/s, '$1'],
  // Whether a call knows no callback, or is answered with several values: none of those above.
  [/metadata\.(fallbackToNoCallback|noCallback)(?=\))/g, 'false'],
  [/metadata\.singleCallbackArg \|\| callbackArgs\.length <= 1 && metadata\.singleCallbackArg !== false/, 'true'],
  [/if \(args\.length [<>] metadata\.m..Args\) \{\s*throw [^\n]*\s*\}/g, ''],
  [/, \{\s*minArgs: 1,\s*maxArgs: 3\s*\}/, ''],
  // Whether this is an extension, the table is there, and who loads it.
  [/if \(!\(globalThis\.chrome &&[^{]*\{\s*throw [^\n]*\s*\}/, ''],
  [/if \(Object\.keys\(apiMetadata\)[^{]*\{\s*throw [^\n]*\s*\}/, ''],
  [/if \(typeof define === "function".*?\n {2}\}\n(?=\}\)\()/s, 'factory(module);\n'],
];

/**
 * Leaves out of webextension-polyfill what it knows of bookmarks, windows and all the others that this extension never calls: most of its
 * table, and what handles callbacks, other loaders and pages that change it.
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
      const table = JSON.stringify(Object.fromEntries(used), (key, value) => (ARITY.includes(key) ? undefined : value));
      const cut = (text: string, [part, instead]: (typeof CUTS)[number]) => {
        if (text.search(part) < 0) throw new Error(`${id} has no ${part} any more.`);
        return text.replace(part, instead);
      };
      return { code: [...CUTS, [TABLE, `const apiMetadata = ${table};`] as const].reduce(cut, code), map: null };
    },
  };
}
