import type { Target } from '../build/output.ts';

/** A feature that is used, and that its name alone does not give away. */
export interface Feature {
  readonly what: string;
  /** How the built scripts, styles or manifest show that it is used. */
  readonly sign: RegExp;
  /** Where MDN's browser-compat-data tells its versions, or the versions and who says so. */
  readonly known: string | { readonly from: Partial<Record<Target, number>>; readonly source: string };
}

const API = 'https://developer.chrome.com/docs/extensions/reference/api';

/** The latest of these in each browser is the oldest version that is declared: `platform/oldest.ts`. */
export const FEATURES: readonly Feature[] = [
  {
    what: 'the event in which a TURN relay refuses',
    sign: /"icecandidateerror"/,
    known: 'api.RTCPeerConnectionIceErrorEvent',
  },
  {
    // Before 124 Chromium ended with an `AbortError`, as an abort does; nothing here asks which it was.
    what: 'a time-out as a signal',
    sign: /AbortSignal\.timeout\(/,
    known: {
      from: { chrome: 103, firefox: 100 },
      source: 'https://developer.mozilla.org/docs/Web/API/AbortSignal/timeout_static',
    },
  },
  { what: 'several reasons to stop', sign: /AbortSignal\.any\(/, known: 'api.AbortSignal.any_static' },
  {
    what: 'alarms every 30 s, for confirming rounds',
    sign: /alarms\.create\(/,
    known: { from: { chrome: 120, firefox: 45 }, source: `${API}/alarms` },
  },
  { what: 'whether a string is an address', sign: /URL\.canParse\(/, known: 'api.URL.canParse_static' },
  { what: 'which pages are open', sign: /\.getContexts\(/, known: 'webextensions.api.runtime.getContexts' },
  { what: 'groups of entries', sign: /Map\.groupBy\(/, known: 'javascript.builtins.Map.groupBy' },
  { what: 'a sorted copy', sign: /\.toSorted\(/, known: 'javascript.builtins.Array.toSorted' },
  { what: 'unpacking in the browser', sign: /DecompressionStream\(/, known: 'api.DecompressionStream' },
  { what: 'letters as people count them', sign: /Intl\.Segmenter\(/, known: 'javascript.builtins.Intl.Segmenter' },
  { what: 'colours that are mixed', sign: /color-mix\(/, known: 'css.types.color.color-mix' },
  { what: 'styles by the room that there is', sign: /@container/, known: 'css.at-rules.container' },
  {
    what: 'a hidden page with WebRTC',
    sign: /"offscreen"/,
    known: { from: { chrome: 109 }, source: `${API}/offscreen` },
  },
  {
    what: 'hosts that are asked for later',
    sign: /"optional_host_permissions"/,
    known: 'webextensions.manifest.optional_host_permissions',
  },
  {
    what: 'which data is collected',
    sign: /"data_collection_permissions"/,
    known: 'webextensions.manifest.browser_specific_settings.gecko.data_collection_permissions',
  },
];

const PARTS_OF_PROGRESS =
  'Each engine has names of its own for the parts of a progress bar, and passes over the other’s.';

/** Newer than the oldest browser, or unknown to it, and missed by nobody there. */
export const DISPENSABLE: Readonly<Record<string, string>> = {
  'scrollbar-width': 'Chromium before 121 shows a wider scrollbar.',
  getTimeZones: 'Asked for before it is called; older browsers have the property `timeZones`.',
  moveBefore: 'Preact asks for it before it calls it.',
  'print-color-adjust': 'Chromium before 136 prints without the backgrounds of signs; their shapes and words remain.',
  ':-moz-progress-bar': PARTS_OF_PROGRESS,
  ':-webkit-progress-bar': PARTS_OF_PROGRESS,
  ':-webkit-progress-value': PARTS_OF_PROGRESS,
  'break-after: avoid': 'Firefox may part a heading from its text on paper.',
};
