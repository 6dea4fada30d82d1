import type { CallState } from '../../vocabulary.ts';
import {
  type CallRecord,
  type History,
  NETWORK,
  type NetworkRecord,
  type OwnWordRecord,
  type RoundRecord,
  type SpellRecord,
  UNKNOWN_NETWORK,
} from '../records.ts';

/** What a history says of one network, for people: the newest first. */
export interface NetworkFacts {
  /** From 1, for those without a name. */
  readonly number: number;
  readonly network: NetworkRecord;
  readonly rounds: number;
  /** Null where all its rounds are too old to be kept. */
  readonly last: RoundRecord | null;
  readonly firstAt: number | null;
  /** Times without UDP for anyone. */
  readonly spells: readonly SpellRecord[];
  /** What is wrong comes first. */
  readonly services: readonly ServiceFacts[];
}

export interface ServiceFacts {
  readonly id: string;
  /** In the last round that asked for it. */
  readonly last: (RoundRecord['services'][string] & { readonly at: number }) | null;
  readonly spells: readonly SpellRecord[];
  readonly words: readonly OwnWordRecord[];
  readonly calls: readonly CallRecord[];
}

export const factsOf = (history: History): NetworkFacts[] =>
  history.networks.map((network, index) => {
    const here = <Row extends { readonly network: string | null }>(rows: readonly Row[]) =>
      rows.filter((row) => (row.network ?? UNKNOWN_NETWORK) === network.key);
    const rounds = here(history.rounds).sort((a, b) => b.at - a.at);
    const spells = here(history.spells).sort((a, b) => b.from - a.from);
    return {
      number: index + 1,
      network,
      rounds: rounds.length,
      last: rounds[0] ?? null,
      firstAt: rounds.at(-1)?.at ?? null,
      spells: spells.filter(({ subject }) => subject === NETWORK),
      services: servicesOf(rounds, spells, here(history.words), here(history.calls)),
    };
  });

function servicesOf(
  rounds: readonly RoundRecord[],
  spells: readonly SpellRecord[],
  words: readonly OwnWordRecord[],
  calls: readonly CallRecord[],
): ServiceFacts[] {
  const last = new Map<string, NonNullable<ServiceFacts['last']>>();
  for (const { at, services } of rounds) {
    for (const [id, service] of Object.entries(services)) if (!last.has(id)) last.set(id, { ...service, at });
  }
  const subjects = spells.flatMap(({ subject }) => (subject === NETWORK ? [] : [subject]));
  const ids = new Set([...last.keys(), ...subjects, ...[...words, ...calls].map(({ service }) => service)]);
  return [...ids]
    .map((id) => ({
      id,
      last: last.get(id) ?? null,
      spells: spells.filter(({ subject }) => subject === id),
      words: words.filter(({ service }) => service === id).sort((a, b) => b.at - a.at),
      calls: calls.filter(({ service }) => service === id).sort((a, b) => b.at - a.at),
    }))
    .sort((a, b) => rank(a) - rank(b));
}

const RANKS: readonly CallState[] = [
  'unreachable',
  'likely-blocked',
  'suspected',
  'impaired',
  'down',
  'clear',
  'untestable',
  'insufficient',
  'retired',
];
const rank = ({ last }: ServiceFacts) => (last ? RANKS.indexOf(last.calls) : RANKS.length);
