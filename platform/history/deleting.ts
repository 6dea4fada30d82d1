import { DAY_MS } from '../../core/day.ts';
import { counted } from '../../core/history/filing.ts';
import { type DayRecord, dayOf, type SpellRecord, UNKNOWN_NETWORK } from '../../core/history/records.ts';
import { begin, openHistory, storesOf } from './database.ts';

/** What a deletion takes away, in numbers that a person understands. */
export interface Losses {
  readonly networks: number;
  /** Checks, those included that only their day's counts remain of. */
  readonly rounds: number;
  /** Times in which something was blocked. */
  readonly spells: number;
  readonly words: number;
  /** Test calls. */
  readonly calls: number;
}

type Stores = ReturnType<typeof storesOf>;

/** Forgets networks and everything about them. @throws DOMException, as all here; then nothing is deleted */
export const forgetNetworks = (keys: readonly string[]): Promise<Losses> =>
  changing((stores) => ofNetworks(stores, keys));

/**
 * Forgets what was seen from one moment to another, both included. A spell that reaches out of that time is cut to what lies outside;
 * days are counted anew from the rounds that stay, and older ones, of which only counts remain, go as a whole.
 */
export const forgetBetween = (from: number, to: number): Promise<Losses> =>
  changing((stores) => ofTime(stores, from, to));

/** Keys of the networks that were used in a time, as far as that is known: between a first and a last check there may have been none. */
export async function networksBetween(from: number, to: number): Promise<string[]> {
  const networks = await (await openHistory()).getAll('networks');
  return networks.flatMap(({ key, firstAt, lastAt }) => (firstAt <= to && lastAt >= from && from <= to ? key : []));
}

/** Forgets everything. */
export const forgetEverything = (): Promise<Losses> => changing(ofEverything);

/** What would be lost; nothing is. */
export const lossesOf = {
  networks: (keys: readonly string[]): Promise<Losses> => trying((stores) => ofNetworks(stores, keys)),
  between: (from: number, to: number): Promise<Losses> => trying((stores) => ofTime(stores, from, to)),
  everything: (): Promise<Losses> => trying(ofEverything),
};

async function changing(forget: (stores: Stores) => Promise<Losses>): Promise<Losses> {
  const transaction = begin(await openHistory());
  const losses = await forget(storesOf(transaction));
  await transaction.done;
  return losses;
}

/** The same steps in a transaction that is thrown away: what is foretold is what will happen. */
async function trying(forget: (stores: Stores) => Promise<Losses>): Promise<Losses> {
  const transaction = begin(await openHistory());
  const losses = await forget(storesOf(transaction));
  const done = transaction.done.catch(() => {});
  transaction.abort();
  await done;
  return losses;
}

async function ofEverything({ networks, rounds, raw, days, spells, words, calls }: Stores): Promise<Losses> {
  const losses = {
    networks: await networks.count(),
    rounds: roundsIn(await days.getAll()),
    spells: await spells.count(),
    words: await words.count(),
    calls: await calls.count(),
  };
  await Promise.all([networks, rounds, raw, days, spells, words, calls].map((store) => store.clear()));
  return losses;
}

async function ofNetworks({ networks, rounds, raw, days, spells, words, calls }: Stores, keys: readonly string[]) {
  const losses = { networks: 0, rounds: 0, spells: 0, words: 0, calls: 0 };
  for (const key of new Set(keys)) {
    const all = IDBKeyRange.bound([key], [key, []]);
    losses.networks += await networks.count(key);
    losses.rounds += roundsIn(await days.getAll(all));
    losses.spells += await spells.count(all);
    await Promise.all([networks.delete(key), ...[rounds, raw, days, spells].map((store) => store.delete(all))]);
  }
  const isLost = ({ network }: { readonly network: string | null }) => keys.includes(network ?? UNKNOWN_NETWORK);
  for (let cursor = await words.openCursor(); cursor; cursor = await cursor.continue()) {
    if (!isLost(cursor.value)) continue;
    losses.words++;
    await cursor.delete();
  }
  for (let cursor = await calls.openCursor(); cursor; cursor = await cursor.continue()) {
    if (!isLost(cursor.value)) continue;
    losses.calls++;
    await cursor.delete();
  }
  return losses;
}

async function ofTime({ networks, rounds, raw, days, spells, words, calls }: Stores, from: number, to: number) {
  if (!(from <= to)) return { networks: 0, rounds: 0, spells: 0, words: 0, calls: 0 };
  const span = IDBKeyRange.bound(from, to);
  for (const store of [rounds, raw]) {
    for (let cursor = await store.index('at').openCursor(span); cursor; cursor = await cursor.continue()) {
      await cursor.delete();
    }
  }

  let lost = 0;
  for (const day of await days.index('day').getAll(IDBKeyRange.bound(dayOf(from), dayOf(to)))) {
    const { network } = day;
    const began = day.day * DAY_MS;
    const left = await rounds.getAll(IDBKeyRange.bound([network, began], [network, began + DAY_MS - 1]));
    const recounted = left.reduce<DayRecord | undefined>(counted, undefined);
    lost += Math.max(0, day.rounds - (recounted?.rounds ?? 0));
    await (recounted ? days.put(recounted) : days.delete([network, day.day]));
  }

  const inside = IDBKeyRange.bound([from], [to, []]);
  const [said, made] = await Promise.all([words.count(inside), calls.count(inside)]);
  await Promise.all([words.delete(inside), calls.delete(inside)]);

  let forgotten = 0;
  for (const spell of await spells.getAll()) {
    const outside = cut(spell, from, to);
    if (outside === spell) continue;
    await spells.delete([spell.network, spell.kind, spell.subject, spell.from]);
    if (outside) await spells.put(outside);
    else forgotten++;
  }

  let left = 0;
  for (const network of await networks.getAll()) {
    const firstAt = network.firstAt >= from && network.firstAt <= to ? to + 1 : network.firstAt;
    const lastAt = network.lastAt >= from && network.lastAt <= to ? from - 1 : network.lastAt;
    if (firstAt > lastAt) {
      left++;
      await networks.delete(network.key);
    } else if (firstAt !== network.firstAt || lastAt !== network.lastAt) {
      await networks.put({ ...network, firstAt, lastAt });
    }
  }
  return { networks: left, rounds: lost, spells: forgotten, words: said, calls: made };
}

const roundsIn = (days: readonly DayRecord[]): number => days.reduce((sum, { rounds }) => sum + rounds, 0);

/** What lies outside of a time; null: nothing does. */
function cut(spell: SpellRecord, from: number, to: number): SpellRecord | null {
  const isInside = (at: number) => at >= from && at <= to;
  const end = spell.to ?? spell.seenAt;
  if (isInside(spell.from)) {
    return end > to ? { ...spell, from: to + 1, seenAt: Math.max(spell.seenAt, to + 1) } : null;
  }
  if (spell.from > to || !(isInside(end) || isInside(spell.seenAt))) return spell;
  return {
    ...spell,
    to: spell.to !== null && isInside(spell.to) ? from : spell.to,
    seenAt: isInside(spell.seenAt) ? from - 1 : spell.seenAt,
  };
}
