import type { Judgement, Snapshot } from '../verdict/snapshot.ts';
import type { CallState, Mechanism, MessageState, NetworkState } from '../vocabulary.ts';
import { NETWORK, type SpellKind, type SpellRecord } from './records.ts';

/** What a round decided of one thing that spells are kept of. */
interface Word {
  readonly kind: SpellKind;
  readonly subject: string;
  readonly word: 'blocked' | 'works';
  readonly mechanism?: Mechanism;
}

/** A confirmed change of one service's calls, worth telling. */
export interface Change {
  readonly service: string;
  readonly word: 'blocked' | 'works';
  /** How long they had been blocked, ms; with `works` only. */
  readonly afterMs?: number;
}

/** States that the sequential test has decided, either way. All others leave the last word standing. */
const BLOCKED: Readonly<Record<SpellKind, readonly (CallState | MessageState | NetworkState)[]>> = {
  calls: ['likely-blocked', 'unreachable'],
  messages: ['likely-blocked'],
  udp: ['udp-blocked'],
};
const WORKS: typeof BLOCKED = {
  calls: ['clear', 'impaired'],
  messages: ['reachable'],
  udp: ['clear', 'some-blocked', 'calls-blocked', 'impaired'],
};

function words({ network, services }: Snapshot): Word[] {
  const judged: [SpellKind, string, Judgement<CallState | MessageState | NetworkState>][] = [
    ['udp', NETWORK, network],
    ...services.flatMap(({ id, calls, messages }): typeof judged => [
      ['calls', id, calls],
      ['messages', id, messages],
    ]),
  ];
  return judged.flatMap(([kind, subject, { state, mechanism }]): Word[] => {
    if (WORKS[kind].includes(state)) return [{ kind, subject, word: 'works' }];
    return BLOCKED[kind].includes(state) ? [{ kind, subject, word: 'blocked', ...(mechanism && { mechanism }) }] : [];
  });
}

/** A clock that was set back must not end a spell before it began. */
const end = ({ from }: SpellRecord, at: number): number => Math.max(from, at);

export const nameOf = ({ kind, subject }: Pick<SpellRecord, 'kind' | 'subject'>): string => `${subject}/${kind}`;

/**
 * Carries the spells of one network on by a round: a spell begins with the round that decides "blocked" and ends with the one that sees it
 * work. Nothing undecided begins or ends one, and a round on another network touches none.
 *
 * @param spells all of this network
 * @returns the spells that are new or different
 */
export function follow(spells: readonly SpellRecord[], snapshot: Snapshot, network: string): SpellRecord[] {
  const at = snapshot.takenAt;
  const open = new Map(spells.filter(({ to }) => to === null).map((spell) => [nameOf(spell), spell]));
  return words(snapshot).flatMap(({ word, kind, subject, mechanism }): SpellRecord[] => {
    const spell = open.get(nameOf({ kind, subject }));
    if (word === 'works') {
      if (!spell) return [];
      const to = end(spell, at);
      return [{ ...spell, to, seenAt: Math.min(spell.seenAt, to) }];
    }
    const known = mechanism && mechanism !== 'unknown' ? { mechanism } : {};
    return [
      spell
        ? { ...spell, seenAt: Math.max(at, spell.seenAt), ...known }
        : { network, kind, subject, from: at, to: null, seenAt: at, ...known },
    ];
  });
}

/**
 * What a round is to be announced for: spells of calls that it began or ended. The same answer however often it is asked, so that a
 * worker killed before it spoke can speak later.
 *
 * @param spells of this network, with those of the round
 * @param elsewhere names of spells open on other networks of the same operator: being handed another address is no news
 */
export function changesOf(
  spells: readonly SpellRecord[],
  snapshot: Snapshot,
  elsewhere: ReadonlySet<string> = new Set(),
): Change[] {
  const now = new Map(words(snapshot).map((word) => [nameOf(word), word.word]));
  return spells.flatMap((spell): Change[] => {
    const { kind, subject: service, from, to } = spell;
    if (kind !== 'calls') return [];
    if (from === snapshot.takenAt && to === null && !elsewhere.has(nameOf(spell)))
      return [{ service, word: 'blocked' }];
    const ended = to === snapshot.takenAt && now.get(nameOf(spell)) === 'works';
    return ended ? [{ service, word: 'works', afterMs: to - from }] : [];
  });
}
