import type { Plan } from './merge.ts';
import type { History, SpellRecord } from './records.ts';

/** How many more records of each kind the history may hold. Days have no bound but their age. */
export type Room = Readonly<Record<Exclude<keyof History, 'days'>, number>>;

/**
 * What an import may write where the history is nearly full: the newest of what it brings, as far as there is room. Nothing that is here
 * goes for it, so what only changes a record that is here takes no room.
 *
 * @returns also how many records were left out
 */
export function withinRoom({ put, drop }: Plan, present: Pick<History, 'networks' | 'spells'>, room: Room) {
  const known = new Set(present.networks.map(({ key }) => key));
  const networks = newest(
    put.networks,
    room.networks,
    ({ lastAt }) => lastAt,
    ({ key }) => known.has(key),
  );
  const brought = new Set(networks);
  const out = new Set(put.networks.flatMap((network) => (brought.has(network) ? [] : network.key)));
  const ofThese = <Row extends { readonly network: string | null }>(rows: readonly Row[]) =>
    rows.filter(({ network }) => network === null || !out.has(network));
  const begun = new Set(present.spells.map(startOf));
  const fitted: History = {
    networks,
    rounds: newest(ofThese(put.rounds), room.rounds, moment),
    raw: newest(ofThese(put.raw), room.raw, moment),
    days: ofThese(put.days),
    spells: newest(
      ofThese(put.spells),
      room.spells,
      ({ to, seenAt }) => to ?? seenAt,
      (spell) => begun.has(startOf(spell)) || drop.some((one) => isPart(one, spell)),
    ),
    words: newest(ofThese(put.words), room.words, moment),
    calls: newest(ofThese(put.calls), room.calls, moment),
  };
  return { plan: { put: fitted, drop } satisfies Plan, left: sizeOf(put) - sizeOf(fitted) };
}

const moment = ({ at }: { readonly at: number }) => at;

/** @param isHere takes no room */
function newest<Row>(
  rows: readonly Row[],
  room: number,
  at: (row: Row) => number,
  isHere: (row: Row) => boolean = () => false,
): readonly Row[] {
  const fresh = rows.filter((row) => !isHere(row));
  if (fresh.length <= room) return rows;
  const late = new Set(fresh.toSorted((a, b) => at(b) - at(a)).slice(Math.max(0, room)));
  return rows.filter((row) => !late.has(row));
}

const aboutOf = ({ network, kind, subject }: SpellRecord) => `${network} ${kind} ${subject}`;
const startOf = (spell: SpellRecord) => `${aboutOf(spell)} ${spell.from}`;

/** The spell that is here became part of one that begins before it. */
const isPart = (here: SpellRecord, { from, to, ...spell }: SpellRecord) =>
  aboutOf(here) === aboutOf({ from, to, ...spell }) && here.from >= from && here.from <= (to ?? Infinity);

const sizeOf = (history: History) => Object.values(history).reduce((sum, { length }) => sum + length, 0);
