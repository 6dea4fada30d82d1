import type { GroupSpell } from '../../core/history/changes-list.ts';
import type { CallRecord, OwnWordRecord, SpellKind } from '../../core/history/records.ts';
import { NETWORK } from '../../core/history/records.ts';
import { type Cell, isBlocked } from '../../core/history/strip.ts';
import { CALL_STATES, MESSAGE_STATES, NETWORK_STATES } from '../../core/vocabulary.ts';
import { nameOf } from '../names.ts';
import { t } from '../text.ts';
import { callsKey, messagesKey, networkKey } from '../wording.ts';
import type { AnyState } from './looks.ts';
import type { Contents } from './model.ts';

/** One strip: whose, of what, and how to read it. */
export interface Row {
  /** Unique in its network. */
  readonly id: string;
  readonly kind: 'network' | 'calls' | 'messages';
  /** Service id, or `network`. */
  readonly subject: string;
  readonly title: string;
  readonly cells: readonly Cell<AnyState>[];
  /** The vocabulary, in its order. */
  readonly states: readonly AnyState[];
  readonly spells: readonly GroupSpell[];
  readonly words: readonly OwnWordRecord[];
  /** Test calls. */
  readonly calls: readonly CallRecord[];
}

export function networkRow({ strips, spells }: Contents): Row {
  return {
    id: NETWORK,
    kind: 'network',
    subject: NETWORK,
    title: t('timeline.this_network'),
    cells: strips.network,
    states: NETWORK_STATES,
    spells: spellsOf(spells, 'udp', NETWORK),
    words: [],
    calls: [],
  };
}

export interface ServiceRows {
  readonly id: string;
  readonly calls: Row;
  readonly messages: Row;
}

/** A pair of strips a service: what was blocked comes first, the rest in the order in which they are listed elsewhere. */
export function serviceRows({ strips, spells, words, calls: made }: Contents, order: readonly string[]): ServiceRows[] {
  const others = [...words, ...made].map(({ service }) => service);
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  const gaps = strips.network.map((cell) => ({ ...cell, rounds: 0, said: [], state: null, mechanism: null }));
  return [...new Set([...strips.services.keys(), ...others])]
    .map((id): ServiceRows => {
      const { calls, messages } = strips.services.get(id) ?? { calls: gaps, messages: gaps };
      return {
        id,
        calls: {
          id: `${id}/calls`,
          kind: 'calls',
          subject: id,
          title: t('timeline.calls_of', nameOf(id)),
          cells: calls,
          states: CALL_STATES,
          spells: spellsOf(spells, 'calls', id),
          words: words.filter(({ service }) => service === id),
          calls: made.filter(({ service }) => service === id),
        },
        messages: {
          id: `${id}/messages`,
          kind: 'messages',
          subject: id,
          title: t('timeline.messages_of', nameOf(id)),
          cells: messages,
          states: MESSAGE_STATES,
          spells: spellsOf(spells, 'messages', id),
          words: [],
          calls: [],
        },
      };
    })
    .sort((a, b) => gravity(b) - gravity(a) || rank(a.id) - rank(b.id) || a.id.localeCompare(b.id));
}

const spellsOf = (spells: readonly GroupSpell[], kind: SpellKind, subject: string) =>
  spells.filter((spell) => spell.kind === kind && spell.subject === subject);

/** Blocked now, blocked at some time, never. */
function gravity({ calls, messages }: ServiceRows): number {
  const all = [calls, messages];
  if (all.some(({ spells }) => spells.some(({ to }) => to === null))) return 2;
  return all.some(({ cells }) => cells.some(({ state }) => state === 'mixed' || isBlocked(state))) ? 1 : 0;
}

/** What a state of this strip is called. */
export function stateLabel({ kind }: Pick<Row, 'kind'>, state: AnyState | 'mixed' | null): string {
  if (state === null) return t('timeline.signs.gap');
  if (state === 'mixed') return t('timeline.signs.mixed');
  if (kind === 'network') return t(networkKey(state as (typeof NETWORK_STATES)[number]));
  if (kind === 'messages') return t(messagesKey(state as (typeof MESSAGE_STATES)[number]));
  return state === 'retired' ? t('calls.retired_alone') : t(callsKey(state as (typeof CALL_STATES)[number]));
}
