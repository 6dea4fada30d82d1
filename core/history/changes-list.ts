import { DAY_MS } from '../day.ts';
import type { Mechanism } from '../vocabulary.ts';
import type { CallRecord, OwnWord, OwnWordRecord, RoundRecord, SpellKind, SpellRecord } from './records.ts';
import { isWorking } from './strip.ts';

/** A spell of what a person takes for one network: those of its address ranges that overlap are one. */
export interface GroupSpell {
  readonly kind: SpellKind;
  readonly subject: string;
  readonly from: number;
  /** Null: not yet seen to work again. */
  readonly to: number | null;
  readonly seenAt: number;
  readonly mechanism: Mechanism | null;
  /** Nobody saw it work at the end: it was only not seen any more, until it began anew. */
  readonly isLost?: boolean;
}

/** One line of the list. */
export type Entry =
  | { readonly what: 'blocked'; readonly at: number; readonly spell: GroupSpell }
  | { readonly what: 'works'; readonly at: number; readonly spell: GroupSpell; readonly afterMs: number }
  | { readonly what: 'said'; readonly at: number; readonly service: string; readonly word: OwnWord }
  | { readonly what: 'called'; readonly at: number; readonly call: CallRecord };

/** What a round on any of a network's address ranges said. */
type Said = Pick<RoundRecord, 'at' | 'state' | 'services'>;

/** A block that no round has seen for so long is not called one of now, though nobody saw it end. */
const STALE_MS = 30 * DAY_MS;

/**
 * Spells of several address ranges of one network, told as those of one. A range that is no longer handed out would stay blocked for
 * ever: a spell left open is over once another range has seen the same thing work, or begin to be blocked after a time in which nobody saw it.
 *
 * @param rounds on any of the ranges, in any order
 */
export function mergeSpells(spells: readonly SpellRecord[], rounds: readonly Said[] = []): GroupSpell[] {
  return [...Map.groupBy(spells, ({ kind, subject }) => `${subject}/${kind}`).values()]
    .flatMap((same) => unite(same.map((spell) => close(spell, same, rounds)).sort((a, b) => a.from - b.from)))
    .sort((a, b) => b.from - a.from);
}

/** Ends an open spell where something later, on another range, saw it work; and lets none reach over what nobody saw. */
function close(
  { kind, subject, from, to, seenAt, mechanism }: SpellRecord,
  same: readonly SpellRecord[],
  rounds: readonly Said[],
): GroupSpell {
  const spell = { kind, subject, from, to, seenAt, mechanism: mechanism ?? null };
  if (to !== null) return spell;
  const end = first([
    ...same.flatMap((other) => (other.to !== null && other.to > seenAt ? other.to : [])),
    ...rounds.flatMap((round) => (round.at > seenAt && sawWork(round, kind, subject) ? round.at : [])),
  ]);
  if (end <= seenAt + STALE_MS) return { ...spell, to: end };
  const next = first(same.flatMap((other) => (other.from > seenAt ? other.from : [])));
  if (next <= seenAt + STALE_MS) return { ...spell, to: next };
  if (next < Infinity) return { ...spell, to: seenAt, isLost: true };
  return end < Infinity ? { ...spell, to: end } : spell;
}

// There are more rounds than a list of arguments may be long.
const first = (moments: readonly number[]): number => moments.reduce((a, b) => Math.min(a, b), Infinity);

/** A block of some services is proof that UDP gets through for others. */
function sawWork({ state, services }: Said, kind: SpellKind, subject: string) {
  if (kind === 'udp') return isWorking(state) || state === 'some-blocked' || state === 'calls-blocked';
  return isWorking(services[subject]?.[kind] ?? null);
}

/** @param spells of one thing, by their beginning */
function unite(spells: readonly GroupSpell[]): GroupSpell[] {
  const united: GroupSpell[] = [];
  for (const spell of spells) {
    const last = united.at(-1);
    if (last && (last.to === null || spell.from <= last.to)) {
      const { to, isLost = false } = (last.to ?? Infinity) > (spell.to ?? Infinity) ? last : spell;
      united[united.length - 1] = {
        ...last,
        to,
        isLost,
        seenAt: Math.max(last.seenAt, spell.seenAt),
        mechanism: spell.mechanism ?? last.mechanism,
      };
    } else united.push(spell);
  }
  return united;
}

/** What changed within a span, what the person said, and test calls, the newest first. */
export function changesList(
  spells: readonly GroupSpell[],
  words: readonly OwnWordRecord[],
  calls: readonly CallRecord[],
  { from, to }: { readonly from: number; readonly to: number },
): Entry[] {
  const entries = [
    ...spells.flatMap((spell): Entry[] => [
      { what: 'blocked', at: spell.from, spell },
      ...(spell.to === null || spell.isLost
        ? []
        : [{ what: 'works' as const, at: spell.to, spell, afterMs: Math.max(0, spell.to - spell.from) }]),
    ]),
    ...words.map(({ at, service, word }): Entry => ({ what: 'said', at, service, word })),
    ...calls.map((call): Entry => ({ what: 'called', at: call.at, call })),
  ];
  return entries.filter(({ at }) => at >= from && at < to).sort((a, b) => b.at - a.at);
}

/** The end of a spell as far as it was seen; null: it is not over. @param at when the network was last checked */
export const seenEnd = ({ to, seenAt }: Pick<GroupSpell, 'to' | 'seenAt'>, at: number): number | null =>
  to ?? (at - seenAt > STALE_MS ? seenAt : null);
