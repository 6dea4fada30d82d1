import type { EndedCall } from '../call/remembered.ts';
import { transportOf } from '../catalogue/endpoint.ts';
import type { EndpointHealth } from '../catalogue/health.ts';
import type { Control, Endpoint, Service } from '../catalogue/runtime.ts';
import { EMPTY_MEMORY, type Memory } from '../evidence/memory.ts';
import type { Observation } from '../evidence/observation.ts';
import { type Assessment, assess } from './assess.ts';
import type { Round } from './round.ts';
import type { ServiceAssessment } from './snapshot.ts';

/**
 * A small world for tests of the verdict: controls of four operators, a service of each sort, and rounds told as what differs from an
 * open network. Used by tests only.
 */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** 1 October 2026, 08:00 UTC. */
export const MORNING = Date.UTC(2026, 9, 1, 8);

const control = (kind: Control['kind'], url: string, operator: string): Control => ({ kind, url, operator });

export const CONTROLS: readonly Control[] = [
  control('stun', 'stun:stun.north.example:3478', 'North'),
  control('stun', 'stun:stun.east.example:19302', 'East'),
  control('stun', 'stun:stun.south.example:443', 'South'),
  control('stun', 'stun:stun.west.example:3478', 'West'),
  control('https', 'https://check.north.example/', 'North'),
  control('https', 'https://check.east.example/', 'East'),
  control('https', 'https://check.south.example/', 'South'),
  control('https', 'https://check.west.example/', 'West'),
  control('portal', 'http://portal.north.example/', 'North'),
  control('portal', 'http://portal.east.example/', 'East'),
  control('relay', 'turn:relay.north.example:3478?transport=tcp', 'North'),
  control('relay', 'turns:relay.east.example:443', 'East'),
];

export const endpoint = (
  role: Endpoint['role'],
  url: string,
  ...marks: readonly ('verified' | 'refuses-browsers')[]
): Endpoint => ({
  role,
  url,
  verified: marks.includes('verified'),
  ...(marks.includes('refuses-browsers') && { refusesBrowsers: true }),
});

export const service = (id: string, endpoints: readonly Endpoint[], retired = false): Service => ({
  id,
  name: id,
  retired,
  isDefault: true,
  endpoints,
  statusFeeds: [],
});

/** The service with what a health record says of these of its endpoints. */
export const recorded = (of: Service, health: EndpointHealth, pattern = /./): Service => ({
  ...of,
  endpoints: of.endpoints.map((one) => (pattern.test(one.url) ? { ...one, health } : one)),
});

/** The ISO day so many days from that morning. */
export const day = (days: number): string => new Date(MORNING + days * DAY).toISOString().slice(0, 10);
export const answeredOn = (days: number): EndpointHealth => ({ asked: day(0), places: 2, answered: day(days) });
/** Two places asked yesterday, and nobody has heard it for so many days. */
export const silentFor = (days: number): EndpointHealth => ({ asked: day(-1), places: 2, silentSince: day(-1 - days) });

/** Its relays come from captures: none is vouched for, all must earn their vote. */
export const CHAT = service('chat', [
  endpoint('signalling', 'https://web.chat.example/'),
  endpoint('signalling', 'https://edge.chat.example/'),
  endpoint('media', 'turn:relay.chat.example:3478?transport=udp'),
  endpoint('media', 'stun:star.chat.example:3478'),
]);

/** Documented by its maker, with a relay over TLS for networks without UDP. */
export const MEET = service('meet', [
  endpoint('signalling', 'https://meet.example/', 'verified'),
  endpoint('signalling', 'https://api.meet.example/', 'verified'),
  endpoint('media', 'stun:stun.meet.example:19302', 'verified'),
  endpoint('media', 'turn:turn.meet.example:3478?transport=udp', 'verified'),
  endpoint('media', 'turns:turn.meet.example:443', 'verified'),
]);

/** Its signalling has a certificate authority of its own, which no browser knows. */
export const QUIET = service('quiet', [
  endpoint('signalling', 'https://front.quiet.example/', 'refuses-browsers'),
  endpoint('media', 'turn:turn.quiet.example:3478?transport=udp'),
  endpoint('media', 'turns:turn.quiet.example:443'),
]);

/** No browser can test its calls. */
export const TALK = service('talk', [
  endpoint('signalling', 'https://talk.example/'),
  endpoint('signalling', 'wss://socket.talk.example/'),
]);

export const GONE = service('gone', [], true);

export const SERVICES: readonly Service[] = [CHAT, MEET, QUIET, TALK, GONE];

/** How one address fared. */
export type Seen =
  | 'answered'
  | 'late'
  | 'silent'
  | 'reset'
  | 'refused'
  | 'not-needed'
  | 'unasked'
  | Partial<Observation>;

const SEEN: Record<Exclude<Seen, 'unasked' | object>, Partial<Observation>> = {
  answered: { outcome: 'answered', durationMs: 40, depth: 'application' },
  /** After retransmissions. */
  late: { outcome: 'answered', durationMs: 900, depth: 'application' },
  silent: { outcome: 'silent', durationMs: 2_200, code: 'timeout', mechanism: 'unknown' },
  reset: { outcome: 'failed', depth: 'transport', mechanism: 'tls.reset', code: 'net::ERR_CONNECTION_RESET' },
  /** As a certificate that the browser does not know looks without host permission. */
  refused: { outcome: 'failed', mechanism: 'unknown' },
  'not-needed': { outcome: 'inconclusive', code: 'not-needed' },
};

export function observe(url: string, seen: Exclude<Seen, 'unasked'>, at = MORNING): Observation {
  const transport = transportOf(url);
  const what = typeof seen === 'string' ? SEEN[seen] : seen;
  const timeout = seen === 'silent' && transport === 'udp' ? { mechanism: 'udp.timeout' as const } : {};
  const probe = url.startsWith('stun:') ? 'stun' : url.startsWith('turn') ? 'turn' : 'https';
  return {
    url,
    probe,
    transport,
    outcome: 'answered',
    startedAt: at,
    durationMs: 40,
    depth: 'none',
    ...what,
    ...timeout,
  };
}

/** What differs from an open network; the first pattern that fits an address tells how it fared. */
export interface Chapter {
  readonly seen?: readonly (readonly [pattern: RegExp, seen: Seen])[];
  /** The same for exact addresses; these come first. */
  readonly fates?: Readonly<Record<string, Seen>>;
  /** Fingerprint of the network; null when no STUN server told it. */
  readonly network?: string | null;
  /** Time since the chapter before, ms; half a minute unless told. */
  readonly after?: number;
  readonly online?: boolean;
  readonly outages?: readonly string[];
  /** A test call that ended just before. */
  readonly call?: EndedCall;
}

/** On an open network nobody asks for a portal or for relays over TCP, and the private certificate fails as ever. */
const USUAL: NonNullable<Chapter['seen']> = [
  [/^http:|relay\.(north|east)/, 'unasked'],
  [/front\.quiet/, 'refused'],
  [/./, 'answered'],
];

export function roundOf(chapter: Chapter, at = MORNING, services = SERVICES, controls = CONTROLS): Round {
  const { seen = [], fates = {}, network = 'home', online = true, outages = [], call } = chapter;
  const urls = [...controls, ...services.flatMap(({ endpoints }) => endpoints)].map(({ url }) => url);
  const observations = new Map(
    urls.flatMap((url) => {
      const how = fates[url] ?? [...seen, ...USUAL].find(([pattern]) => pattern.test(url))?.[1] ?? 'unasked';
      if (how === 'unasked') return [];
      const observation = observe(url, how, at);
      const tells = network !== null && url.startsWith('stun:') && observation.outcome === 'answered';
      const seenFrom = tells ? { seenFrom: { family: 4 as const, fingerprint: network } } : {};
      return [[url, { ...seenFrom, ...observation }] as const];
    }),
  );
  return { at, observations, online, outages: new Set(outages), ...(call && { call }) };
}

/** One assessment a chapter, each with the memory that the one before left. */
export function tell(
  chapters: readonly Chapter[],
  { services = SERVICES, controls = CONTROLS, memory = EMPTY_MEMORY as Memory, from = MORNING } = {},
): readonly Assessment[] {
  let at = from;
  let latest = memory;
  return chapters.map((chapter, index) => {
    at += index === 0 ? 0 : (chapter.after ?? MINUTE / 2);
    const assessment = assess(roundOf(chapter, at, services, controls), services, controls, latest);
    latest = assessment.memory;
    return assessment;
  });
}

/** The last chapter's assessment. */
export function ending(...told: Parameters<typeof tell>): Assessment {
  const last = tell(...told).at(-1);
  if (!last) throw new Error('a story needs a chapter');
  return last;
}

export function of(assessment: Assessment, { id }: Service): ServiceAssessment {
  const found = assessment.services.find((one) => one.id === id);
  if (!found) throw new Error(`${id} was not assessed`);
  return found;
}

export const times = (count: number, chapter: Chapter): Chapter[] => Array.from({ length: count }, () => chapter);
