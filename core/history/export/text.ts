import { utcAmong } from '../../report/utc.ts';
import type { CallState, Mechanism, MessageState, NetworkState } from '../../vocabulary.ts';
import type { CallRecord, History, NetworkRecord, OwnWordRecord, SpellRecord } from '../records.ts';
import { factsOf, type NetworkFacts, type ServiceFacts } from './facts.ts';
import type { Origin } from './json.ts';

/** The plain-text report on a selection, for a support call or a forum: in the person's language, times in UTC. */

/** The sentences, in one language. Moments come written. */
export interface HistoryWords {
  /** The side from which the language is read: `ltr` or `rtl`. */
  readonly direction: string;
  readonly title: string;
  /** How it was measured. */
  readonly method: string;
  readonly privacy: string;
  network(network: NetworkRecord, number: number): string;
  rounds(count: number, from: string, to: string): string;
  state(state: NetworkState, when: string): string;
  calls(id: string, state: CallState): string;
  messages(state: MessageState): string;
  service(id: string, calls: string, messages: string): string;
  /** A service that no round of the selection asked. */
  unasked(id: string): string;
  mechanism(mechanism: Mechanism): string;
  /** Still blocked. */
  since(kind: SpellRecord['kind'], from: string): string;
  /** Blocked before. */
  ended(kind: SpellRecord['kind'], from: string, to: string): string;
  lasted(ms: number): string;
  own(word: OwnWordRecord['word'], when: string): string;
  call(call: CallRecord, when: string): string;
  made(version: string, when: string): string;
}

export function toText(shared: History, words: HistoryWords, { now, version }: Origin): string {
  const blocks = [
    [words.title],
    ...factsOf(shared).flatMap((facts) => [
      networkLines(facts, words),
      ...facts.services.map((service) => serviceLines(service, words)),
    ]),
    [words.method],
    [words.made(version, utcAmong(words, now)), words.privacy],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const networkLines = (
  { number, network, rounds, last, firstAt, spells }: NetworkFacts,
  words: HistoryWords,
): string[] => [
  words.network(network, number),
  ...(last && firstAt !== null
    ? [
        words.rounds(rounds, utcAmong(words, firstAt), utcAmong(words, last.at)),
        words.state(last.state, utcAmong(words, last.at)),
      ]
    : []),
  ...spells.map((spell) => spellLine(spell, words)),
];

function serviceLines({ id, last, spells, words: said, calls }: ServiceFacts, words: HistoryWords): string[] {
  const mechanism = last?.mechanism ?? spells.find(({ to }) => to === null)?.mechanism;
  return [
    last
      ? `${words.service(id, words.calls(id, last.calls), words.messages(last.messages))} (${utcAmong(words, last.at)})`
      : words.unasked(id),
    ...[
      ...(mechanism ? [words.mechanism(mechanism)] : []),
      ...spells.map((spell) => spellLine(spell, words)),
      ...said.map(({ word, at }) => words.own(word, utcAmong(words, at))),
      ...calls.map((call) => words.call(call, utcAmong(words, call.at))),
    ].map((line) => `  ${line}`),
  ];
}

/** A block has lasted as long as it was seen: not until the report was written, nor until the check that saw it over, months later perhaps. */
function spellLine({ kind, from, to, seenAt }: SpellRecord, words: HistoryWords): string {
  const seen = words.lasted(Math.max(0, Math.min(seenAt, to ?? seenAt) - from));
  const when = utcAmong(words, from);
  return `${to === null ? words.since(kind, when) : words.ended(kind, when, utcAmong(words, to))} (${seen})`;
}
