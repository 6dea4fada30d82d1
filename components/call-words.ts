import type { CallConclusion, TransportCall } from '../core/call/call.ts';
import { type CallQuality, qualityOf } from '../core/call/quality.ts';
import type { CallRecord } from '../core/history/records.ts';
import { format, locale, t } from './text.ts';
import type { TextKey } from './wording.ts';

/** A test call in words: what the calls over all transports say together, and how those sounded that carried sound. */

const CONCLUSION_TEXTS = {
  works: 'call.conclusion.works',
  poor: 'call.conclusion.poor',
  'tcp-only': 'call.conclusion.tcp_only',
  cut: 'call.conclusion.cut',
  refused: 'call.conclusion.refused',
  silent: 'call.conclusion.silent',
  nothing: 'call.conclusion.nothing',
} as const satisfies Record<CallConclusion, TextKey>;

const QUALITY_TEXTS = {
  good: 'timeline.call.good',
  fair: 'timeline.call.fair',
  poor: 'timeline.call.poor',
  bad: 'timeline.call.bad',
} as const satisfies Record<CallQuality, TextKey>;

export const conclusionWords = ({ conclusion }: Pick<CallRecord, 'conclusion'>): string =>
  t(CONCLUSION_TEXTS[conclusion]);

/** "The test call works. UDP: 80 ms there and back · 0% lost · good for voice" */
export const callWords = (call: CallRecord): string => [conclusionWords(call), ...soundWords(call)].join('. ');

/** A sentence a transport over which sound passed. */
export const soundWords = ({ calls }: Pick<CallRecord, 'calls'>): string[] =>
  calls.flatMap((call) => {
    const heard = heardWords(call);
    return heard.length > 0 ? [t('timeline.said', call.transport.toUpperCase(), heard.join(' · '))] : [];
  });

function heardWords({ end, roundTripMs, loss, mos, cutAfterS }: TransportCall): string[] {
  if (end !== 'works' && end !== 'poor' && end !== 'cut') return [];
  return [
    ...(cutAfterS === undefined ? [] : [t('timeline.call.cut', seconds.format(cutAfterS))]),
    ...(roundTripMs === null ? [] : [t('timeline.call.round_trip', format.milliseconds(roundTripMs))]),
    ...(loss === null ? [] : [t('timeline.call.loss', percent.format(loss))]),
    // What is cut off sounded well until then, and is no good for voice.
    ...(mos === null || end === 'cut' ? [] : [t(QUALITY_TEXTS[qualityOf(mos)])]),
  ];
}

const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
const seconds = new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', maximumFractionDigits: 0 });
