import type { OwnWord } from '../core/history/own-word.ts';
import { nameOf } from './names.ts';
import { t } from './text.ts';

/** What the person said of a call, in words. */

export const OWN_WORD_TEXTS = {
  worked: 'timeline.own.worked',
  failed: 'timeline.own.failed',
  'no-sound': 'timeline.own.no_sound',
} as const satisfies Record<OwnWord, string>;

const SAID_TEXTS = {
  worked: 'timeline.own.said_worked',
  failed: 'timeline.own.said_failed',
  'no-sound': 'timeline.own.said_no_sound',
} as const satisfies Record<OwnWord, string>;

export const ownWord = ({ service, word }: { readonly service: string; readonly word: OwnWord }): string =>
  t(SAID_TEXTS[word], nameOf(service));
