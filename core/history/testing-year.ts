import { DAY_MS } from '../day.ts';
import type { CallState, Mechanism, MessageState, NetworkState } from '../vocabulary.ts';
import {
  type DayRecord,
  dayOf,
  type History,
  NETWORK,
  type NetworkRecord,
  type OwnWordRecord,
  type RoundRecord,
  type SpellRecord,
} from './records.ts';

/**
 * A year of somebody in Casablanca: nights off, a job, a holiday, three operators that each hand out many addresses, and blocks that begin
 * and end. The same year for the same `now`. Used by tests and the bench only.
 */

const HOUR = 3_600_000;
const ROUNDS_KEPT_MS = 90 * DAY_MS;

export const SERVICES = ['whatsapp', 'messenger', 'signal', 'telegram', 'meet', 'teams', 'discord', 'zoom', 'viber'];

interface Place {
  readonly operator: string | null;
  readonly asn: number | null;
  readonly access: NetworkRecord['access'];
  readonly ranges: number;
  readonly hosting?: boolean;
  readonly name?: string;
}
const PLACES = {
  home: { operator: 'Maroc Telecom', asn: 36903, access: 'wifi', ranges: 6 },
  mobile: { operator: 'Inwi', asn: 36884, access: 'cellular', ranges: 40 },
  work: { operator: 'Orange Maroc', asn: 36925, access: 'wifi', ranges: 1, name: 'Office' },
  vpn: { operator: 'M247 Europe SRL', asn: 9009, access: null, ranges: 4, hosting: true },
  cafe: { operator: null, asn: null, access: 'wifi', ranges: 1 },
} as const satisfies Record<string, Place>;
type PlaceName = keyof typeof PLACES;

interface Block {
  readonly place: PlaceName;
  readonly services: readonly string[];
  /** Days before now. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'calls' | 'both' | 'udp';
  readonly mechanism: Mechanism;
}
const BLOCKS: readonly Block[] = [
  { place: 'home', services: ['whatsapp', 'messenger'], from: 4.4, to: -1, kind: 'calls', mechanism: 'udp.timeout' },
  { place: 'mobile', services: ['whatsapp'], from: 21.2, to: 12.1, kind: 'calls', mechanism: 'stun.filtered' },
  { place: 'home', services: ['telegram'], from: 40.3, to: 38.2, kind: 'both', mechanism: 'tls.reset' },
  {
    place: 'mobile',
    services: ['whatsapp', 'messenger', 'signal'],
    from: 230.1,
    to: 188.7,
    kind: 'calls',
    mechanism: 'udp.timeout',
  },
  { place: 'work', services: [], from: 400, to: -1, kind: 'udp', mechanism: 'udp.timeout' },
];
/** Days before now in which the browser stayed closed. */
const AWAY = [
  [118, 107],
  [2.9, 2.5],
] as const;

/** @param now the end of the year */
export function simulatedYear(now: number): History {
  const random = mulberry32(2016);
  const networks = new Map<string, NetworkRecord>();
  const rounds: RoundRecord[] = [];
  const days = new Map<string, DayRecord>();
  const open = new Map<string, SpellRecord>();
  const ended: SpellRecord[] = [];

  let at = now - 365 * DAY_MS;
  let calm = 0;
  while (at < now) {
    const name = placeAt(at, now, random);
    if (name === null) {
      at += HOUR / 2;
      calm = 0;
      continue;
    }
    const network = keyOf(name, at);
    const round = roundAt(name, network, at, now, random);
    networks.set(network, recordOf(name, networks.get(network), network, at));
    if (at >= now - ROUNDS_KEPT_MS) rounds.push(round);
    count(days, round);
    follow(open, ended, round);
    // Where nothing changes the checks are stretched, up to every two hours.
    calm = round.state === 'clear' ? Math.min(calm + 1, 12) : 0;
    at += (HOUR / 2) * (calm >= 12 ? 2 : 1) + Math.floor(random() * 120_000);
  }
  return {
    networks: [...networks.values()],
    rounds,
    raw: [],
    days: [...days.values()],
    spells: [...ended, ...open.values()],
    words: wordsOf(rounds),
    calls: [],
  };
}

/** Where they are; null: the browser is closed. */
function placeAt(at: number, now: number, random: () => number): PlaceName | null {
  const ago = (now - at) / DAY_MS;
  if (AWAY.some(([from, to]) => ago <= from && ago > to)) return null;
  const date = new Date(at);
  const hour = (date.getUTCHours() + 1) % 24;
  const isWeekend = date.getUTCDay() % 6 === 0;
  if (hour < 7) return null;
  if (random() < 0.02) return 'vpn';
  if (isWeekend) return hour >= 15 && hour < 17 ? (date.getUTCDate() % 2 ? 'cafe' : 'mobile') : 'home';
  if (hour === 8 || hour === 18) return 'mobile';
  return hour > 8 && hour < 18 ? 'work' : 'home';
}

function keyOf(name: PlaceName, at: number): string {
  const { ranges } = PLACES[name];
  // Mobile networks hand out another range every few hours, lines at home every few weeks.
  const turn = Math.floor(at / (name === 'home' ? 60 * DAY_MS : 12 * HOUR)) % ranges;
  return (Object.keys(PLACES).indexOf(name) * 256 + turn + 1).toString(16).padStart(16, 'a');
}

function recordOf(name: PlaceName, known: NetworkRecord | undefined, key: string, at: number): NetworkRecord {
  const place: Place = PLACES[name];
  return {
    key,
    asn: place.asn,
    operator: place.operator,
    country: name === 'vpn' ? 'NL' : 'MA',
    hosting: place.hosting ?? false,
    access: place.access,
    name: place.name ?? null,
    firstAt: known?.firstAt ?? at,
    lastAt: at,
  };
}

function roundAt(name: PlaceName, network: string, at: number, now: number, random: () => number): RoundRecord {
  const ago = (now - at) / DAY_MS;
  const blocks = BLOCKS.filter((block) => block.place === name && ago <= block.from && ago > block.to);
  const isLossy = random() < 0.01;
  const hasUdp = !blocks.some(({ kind }) => kind === 'udp');
  const services: RoundRecord['services'] = {};
  for (const id of SERVICES) {
    const block = blocks.find(({ services }) => services.includes(id));
    services[id] = isLossy
      ? { calls: 'insufficient', messages: 'insufficient' }
      : { ...said(block, id, ago, hasUdp), ...(block ? {} : { relayMs: 40 + Math.floor(random() * 60) }) };
  }
  return {
    network,
    at,
    durationMs: 900 + Math.floor(random() * 2000),
    explained: false,
    state: isLossy ? 'insufficient' : stateOf(services, hasUdp),
    roundTripMs: 30 + Math.floor(random() * 30),
    services,
  };
}

function said(block: Block | undefined, id: string, ago: number, hasUdp: boolean): RoundRecord['services'][string] {
  if (id === 'viber') return { calls: 'untestable', messages: 'reachable' };
  if (!hasUdp) return { calls: id === 'meet' ? 'impaired' : 'insufficient', messages: 'reachable' };
  if (!block) return { calls: 'clear', messages: 'reachable' };
  // The first hour of a block is doubt.
  if (block.from - ago < 1 / 24) return { calls: 'suspected', messages: 'reachable' };
  return block.kind === 'both'
    ? { calls: 'unreachable', messages: 'likely-blocked', mechanism: block.mechanism }
    : { calls: 'likely-blocked', messages: 'reachable', mechanism: block.mechanism };
}

function stateOf(services: RoundRecord['services'], hasUdp: boolean): NetworkState {
  if (!hasUdp) return 'udp-blocked';
  const states = Object.values(services).map(({ calls }) => calls);
  return states.some((state) => state === 'likely-blocked' || state === 'unreachable') ? 'some-blocked' : 'clear';
}

function count(days: Map<string, DayRecord>, { network, at, state, services }: RoundRecord): void {
  const id = `${network} ${dayOf(at)}`;
  const day: DayRecord = days.get(id) ?? { network, day: dayOf(at), rounds: 0, state: {} as never, services: {} };
  days.set(id, day);
  const more = (counts: Record<string, number>, said: string) => {
    counts[said] = (counts[said] ?? 0) + 1;
  };
  day.rounds++;
  more(day.state, state);
  for (const [service, { calls, messages }] of Object.entries(services)) {
    day.services[service] ??= { calls: {} as never, messages: {} as never };
    more(day.services[service].calls, calls);
    more(day.services[service].messages, messages);
  }
}

const BLOCKED: readonly (CallState | MessageState | NetworkState)[] = ['likely-blocked', 'unreachable', 'udp-blocked'];
const WORKS: readonly (CallState | MessageState | NetworkState)[] = ['clear', 'reachable', 'impaired'];

function follow(open: Map<string, SpellRecord>, ended: SpellRecord[], { network, at, state, services }: RoundRecord) {
  const words: [SpellRecord['kind'], string, CallState | MessageState | NetworkState, Mechanism | undefined][] = [
    ['udp', NETWORK, state, undefined],
    ...Object.entries(services).flatMap(([id, { calls, messages, mechanism }]): typeof words => [
      ['calls', id, calls, mechanism],
      ['messages', id, messages, mechanism],
    ]),
  ];
  for (const [kind, subject, word, mechanism] of words) {
    const id = `${network} ${kind} ${subject}`;
    const spell = open.get(id);
    if (BLOCKED.includes(word)) {
      open.set(
        id,
        spell
          ? { ...spell, seenAt: at }
          : { network, kind, subject, from: at, to: null, seenAt: at, ...(mechanism && { mechanism }) },
      );
    } else if (spell && WORKS.includes(word)) {
      ended.push({ ...spell, to: at });
      open.delete(id);
    }
  }
}

/** Now and then they tried a call. */
function wordsOf(rounds: readonly RoundRecord[]): OwnWordRecord[] {
  return rounds
    .filter((_, i) => i % 97 === 50)
    .map(({ network, at }, i) => ({
      network,
      at: at + 60_000,
      service: SERVICES[i % 3] as string,
      word: (['failed', 'worked', 'no-sound'] as const)[i % 3] as OwnWordRecord['word'],
    }));
}

/** A small generator with a fixed seed: the same numbers on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
