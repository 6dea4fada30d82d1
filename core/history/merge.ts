import type { DayRecord, History, NetworkRecord, SpellRecord } from './records.ts';

/** What is here already, as far as an import needs to know it. */
export interface Present extends Pick<History, 'networks' | 'days' | 'spells'> {
  /** @param key of the record in the database */
  has(kind: 'rounds' | 'raw' | 'words' | 'calls', key: readonly (string | number)[]): boolean;
}

/** What an import changes: records to write, new or in the place of one with the same key, and spells that became part of another. */
export interface Plan {
  readonly put: History;
  readonly drop: readonly SpellRecord[];
}

/**
 * Lays an imported history over the one that is here. Twice is as once, and what was measured or said here stands: of a record that both
 * have, this one's is kept.
 */
export function merge(present: Present, file: History): Plan {
  const { spells, drop } = mergeSpells(present.spells, file.spells);
  return {
    put: {
      networks: mergeBy(present.networks, file.networks, ({ key }) => key, mergeNetworks),
      rounds: file.rounds.filter(({ network, at }) => !present.has('rounds', [network, at])),
      raw: file.raw.filter(({ network, at }) => !present.has('raw', [network, at])),
      days: mergeBy(present.days, file.days, ({ network, day }) => `${network} ${day}`, fullerDay),
      spells,
      words: file.words.filter(({ at, service }) => !present.has('words', [at, service])),
      calls: file.calls.filter(({ at, service }) => !present.has('calls', [at, service])),
    },
    drop,
  };
}

/** Rows of the file that are new, or change the row that is here. */
function mergeBy<Row extends object>(
  present: readonly Row[],
  file: readonly Row[],
  keyOf: (row: Row) => string,
  both: (here: Row, there: Row) => Row,
): Row[] {
  const known = new Map(present.map((row) => [keyOf(row), row]));
  return file.flatMap((there) => {
    const here = known.get(keyOf(there));
    if (here === undefined) return [there];
    const merged = both(here, there);
    return same(here, merged) ? [] : [merged];
  });
}

/** The file fills in what is not known here. What the table says of an address belongs together. */
const mergeNetworks = (here: NetworkRecord, there: NetworkRecord): NetworkRecord => {
  const { asn, operator, country, hosting } = (here.asn ?? here.operator ?? here.country) === null ? there : here;
  return {
    key: here.key,
    asn,
    operator,
    country,
    hosting,
    access: here.access ?? there.access,
    name: here.name ?? there.name,
    firstAt: Math.min(here.firstAt, there.firstAt),
    lastAt: Math.max(here.lastAt, there.lastAt),
  };
};

/** Both counted the same rounds, one perhaps not all of them. */
const fullerDay = (here: DayRecord, there: DayRecord): DayRecord => (there.rounds > here.rounds ? there : here);

function mergeSpells(present: readonly SpellRecord[], file: readonly SpellRecord[]) {
  const here = groups(present);
  const spells: SpellRecord[] = [];
  const drop: SpellRecord[] = [];
  for (const [about, theirs] of groups(file)) {
    const ours = here.get(about) ?? [];
    const merged = union(settle(union(ours), union(theirs)));
    spells.push(...merged.filter((spell) => !ours.some((known) => same(known, spell))));
    drop.push(...ours.filter(({ from }) => merged.every((spell) => spell.from !== from)));
  }
  return { spells, drop };
}

const groups = (spells: readonly SpellRecord[]): Map<string, SpellRecord[]> =>
  Map.groupBy(spells, ({ network, kind, subject }) => `${network} ${kind} ${subject}`);

/**
 * A spell that is open on one side ends where the other saw it end. What was seen to end here is never opened again by a file; a file
 * ends what is open here only if it saw that later than the block was last seen here.
 */
function settle(ours: readonly SpellRecord[], theirs: readonly SpellRecord[]): SpellRecord[] {
  return [
    ...ours.map((spell) => ended(spell, theirs, spell.seenAt)),
    ...theirs.map((spell) => ended(spell, ours, spell.from)),
  ];
}

function ended(spell: SpellRecord, others: readonly SpellRecord[], after: number): SpellRecord {
  if (spell.to !== null) return spell;
  const ends = others.flatMap(({ to }) => (to !== null && to > after ? [to] : []));
  if (ends.length === 0) return spell;
  const to = Math.min(...ends);
  return { ...spell, to, seenAt: Math.min(spell.seenAt, to) };
}

/** Spells that overlap are one. */
function union(spells: readonly SpellRecord[]): SpellRecord[] {
  const merged: SpellRecord[] = [];
  for (const spell of spells.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && (last.to === null || spell.from < last.to || spell.from === last.from))
      merged[merged.length - 1] = joined(last, spell);
    else merged.push(spell);
  }
  return merged;
}

const joined = (first: SpellRecord, second: SpellRecord): SpellRecord => {
  const mechanism = first.mechanism ?? second.mechanism;
  return {
    ...first,
    to: first.to === null || second.to === null ? null : Math.max(first.to, second.to),
    seenAt: Math.max(first.seenAt, second.seenAt),
    ...(mechanism && { mechanism }),
  };
};

/** Records are flat, or hold counts, and are built with their fields in one order. */
const same = (a: object, b: object): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
