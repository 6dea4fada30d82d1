import type { HistoryWords } from '../../core/history/export/text.ts';
import type { NetworkRecord } from '../../core/history/records.ts';
import type { CallState } from '../../core/vocabulary.ts';
import { callWords } from '../call-words.ts';
import { successorOf } from '../labels.ts';
import { nameOf } from '../names.ts';
import { direction, locale, plural, t } from '../text.ts';
import { callsKey, mechanismKey, messagesKey, networkKey } from '../wording.ts';

/** The words of the text report and of the picture. */

export const historyWords: HistoryWords = {
  direction,
  title: t('export.report_title'),
  method: t('export.method'),
  privacy: t('export.privacy'),
  network: (network, number) => networkLine(placeOf(network), number),
  rounds: (count, from, to) => plural('export.report_rounds', count, from, to),
  state: (state, when) => t('export.report_state', t(networkKey(state)), when),
  calls: callsWords,
  messages: (state) => t(messagesKey(state)),
  service: (id, calls, messages) => t('report.service', nameOf(id), calls, messages),
  unasked: (id) => t('export.report_unasked', nameOf(id)),
  mechanism: (mechanism) => t('evidence.mechanism', t(mechanismKey(mechanism))),
  since: (kind, from) => t('export.since', t(`export.spell_${kind}`), from),
  ended: (kind, from, to) => t('export.ended', t(`export.spell_${kind}`), from, to),
  lasted: duration,
  own: (word, when) => t(word === 'no-sound' ? 'export.own_no_sound' : `export.own_${word}`, when),
  call: (call, when) => t('timeline.said', when, callWords(call)),
  made: (version, when) => t('export.made', version, when),
};

/** "Home, ADSL · Maroc Telecom · Morocco · Wi-Fi", as much of it as is told; empty where nothing is. */
export function placeOf({ name, operator, asn, country, access }: NetworkRecord): string {
  const system = operator ?? (asn && `AS${asn}`);
  const told = [name, system, country && countries.of(country)].filter(Boolean);
  return told.length > 0 ? [...told, ...(access ? [t(`connection.${access}`)] : [])].join(' · ') : '';
}

const networkLine = (place: string, number: number): string =>
  place ? t('export.report_network', place) : t('export.network_number', number);

const countries = new Intl.DisplayNames(locale, { type: 'region' });

export function callsWords(id: string, state: CallState): string {
  if (state !== 'retired') return t(callsKey(state));
  const successor = successorOf(id);
  return successor === undefined ? t('calls.retired_alone') : t('calls.retired', successor);
}

const MINUTE = 60_000;

/** In the unit in which people would say it. */
function duration(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 120) return plural('export.minutes', minutes);
  const hours = Math.round(minutes / 60);
  return hours < 48 ? plural('export.hours', hours) : plural('export.days', Math.round(hours / 24));
}
