import * as v from 'valibot';
import { FORMAT, VERSION } from './export/json.ts';
import {
  CallRecord,
  DayRecord,
  dayOf,
  type History,
  isOwnId,
  NetworkRecord,
  OwnWordRecord,
  RawRecord,
  RoundRecord,
  SpellRecord,
  UNKNOWN_NETWORK,
} from './records.ts';

/**
 * Reads a file that somebody chose: perhaps one of ours, perhaps another program's, perhaps made to do harm. A file of a wrong structure
 * is refused whole; single records that are damaged are left out and counted.
 */

/** Larger files are refused unread. A history that is as long as it may be takes about 20 MB. */
export const MOST_BYTES = 50_000_000;
/** Records in all. */
const MOST_ROWS = 500_000;
/** Ours has six levels. */
const MOST_LEVELS = 16;
const MOST_SERVICES = 200;
const MOST_OBSERVATIONS = 1_000;
/** Clocks differ. */
const AHEAD_MS = 3_600_000;

/** Why nothing was imported. */
export const REFUSALS = [
  'too-big',
  'packed',
  'ooni',
  'csv',
  'not-json',
  'foreign',
  'newer',
  'damaged',
  'not-stored',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export type Reading =
  | {
      readonly history: History;
      /** Names of the servers of somebody's own that the file speaks of, by id. */
      readonly ownServers: Readonly<Record<string, string>>;
      readonly skipped: number;
    }
  /** `not-stored` is not said here: it is what a full or broken disk comes to. */
  | { readonly refusal: Refusal };

export function readDocument(text: string, now: number): Reading {
  if (PACKED.some((start) => text.startsWith(start))) return { refusal: 'packed' };
  if (levels(text) > MOST_LEVELS) return { refusal: 'damaged' };
  const json = parse(text);
  if (json === undefined)
    return { refusal: /^time,network,/.test(text) ? 'csv' : isOoni(firstLine(text)) ? 'ooni' : 'not-json' };
  const head = v.safeParse(Head, json);
  if (!head.success) return { refusal: isOoni(json) ? 'ooni' : 'foreign' };
  if (head.output.version > VERSION) return { refusal: 'newer' };
  const body = v.safeParse(Body, json);
  return body.success ? rows(body.output, now + AHEAD_MS) : { refusal: 'damaged' };
}

/** A zip archive, and gzip. */
const PACKED = ['PK\u0003\u0004', '\u001f'];

const Head = v.object({ format: v.literal(FORMAT), version: v.pipe(v.number(), v.integer(), v.minValue(1)) });
const Rows = v.array(v.unknown());
const Body = v.object({
  networks: Rows,
  rounds: Rows,
  raw: Rows,
  days: Rows,
  spells: Rows,
  words: Rows,
  // Older files have neither.
  calls: v.optional(Rows, []),
  ownServers: v.optional(v.record(v.string(), v.unknown()), {}),
});

/** @param latest the last moment that can have been measured */
function rows({ ownServers, ...body }: v.InferOutput<typeof Body>, latest: number): Reading {
  const offered = Object.values(body).reduce((sum, { length }) => sum + length, 0);
  if (offered > MOST_ROWS) return { refusal: 'too-big' };
  const networks = sound(
    NetworkRecord,
    body.networks,
    ({ key }) => key,
    ({ firstAt, lastAt }) => firstAt <= lastAt && lastAt <= latest,
  ).map((network) => ({ ...network, name: plain(network.name), operator: plain(network.operator) }));
  const keys = new Set([UNKNOWN_NETWORK, ...networks.map(({ key }) => key)]);
  const history: History = {
    networks,
    rounds: sound(
      RoundRecord,
      body.rounds,
      ({ network, at }) => `${network} ${at}`,
      ({ network, at, services }) => keys.has(network) && at <= latest && Object.keys(services).length <= MOST_SERVICES,
    ),
    raw: sound(
      RawRecord,
      body.raw,
      ({ network, at }) => `${network} ${at}`,
      ({ network, at, observations }) => keys.has(network) && at <= latest && observations.length <= MOST_OBSERVATIONS,
    ),
    days: sound(
      DayRecord,
      body.days,
      ({ network, day }) => `${network} ${day}`,
      ({ network, day, services }) =>
        keys.has(network) && day <= dayOf(latest) && Object.keys(services).length <= MOST_SERVICES,
    ),
    spells: sound(
      SpellRecord,
      body.spells,
      ({ network, kind, subject, from }) => `${network} ${kind} ${subject} ${from}`,
      ({ network, from, seenAt, to }) =>
        keys.has(network) &&
        network !== UNKNOWN_NETWORK &&
        from <= seenAt &&
        seenAt <= (to ?? latest) &&
        (to ?? 0) <= latest,
    ),
    words: sound(
      OwnWordRecord,
      body.words,
      ({ at, service }) => `${at} ${service}`,
      ({ network, at }) => (network === null || keys.has(network)) && at <= latest,
    ),
    calls: sound(
      CallRecord,
      body.calls,
      ({ at, service }) => `${at} ${service}`,
      ({ network, at }) => (network === null || keys.has(network)) && at <= latest,
    ),
  };
  const read = Object.values(history).reduce((sum, { length }) => sum + length, 0);
  if (read === 0 && offered > 0) return { refusal: 'damaged' };
  return { history, ownServers: namesIn(ownServers), skipped: offered - read };
}

const namesIn = (offered: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(offered)
      .slice(0, MOST_SERVICES)
      .flatMap(([id, name]) => {
        const given = typeof name === 'string' ? plain(name.slice(0, 60)) : null;
        return isOwnId(id) && given !== null ? [[id, given]] : [];
      }),
  );

/** The records that hold, each key once. */
function sound<Row>(
  schema: v.GenericSchema<unknown, Row>,
  offered: readonly unknown[],
  keyOf: (row: Row) => string,
  holds: (row: Row) => boolean,
): Row[] {
  const kept = new Map<string, Row>();
  for (const row of offered) {
    const read = v.safeParse(schema, row);
    if (read.success && holds(read.output) && !kept.has(keyOf(read.output))) kept.set(keyOf(read.output), read.output);
  }
  return [...kept.values()];
}

/** Without the characters that turn the text around them or can't be seen. */
const plain = (text: string | null): string | null =>
  text?.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').trim() || null;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const firstLine = (text: string): unknown => parse(text.slice(0, text.indexOf('\n')));

const isOoni = (json: unknown): boolean =>
  v.is(v.object({ data_format_version: v.string(), test_name: v.string() }), json);

/** How deep a JSON text is nested: looked at before it is parsed. */
function levels(text: string): number {
  let deepest = 0;
  let level = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const sign = text[index];
    if (quoted) {
      if (sign === '\\') index++;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++level);
    else if (sign === ']' || sign === '}') level--;
  }
  return deepest;
}
