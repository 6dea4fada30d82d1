import { transportOf } from '../../../core/catalogue/endpoint.ts';
import { services } from '../../../core/catalogue/files.ts';
import type { Endpoint, Service } from '../../../core/catalogue/runtime.ts';
import type { Observation } from '../../../core/evidence/observation.ts';
import type { Place } from '../../../core/history/place.ts';
import { place } from '../../../core/history/testing-place.ts';
import { type OwnServers, toService } from '../../../core/own/server.ts';
import type { CallRule, MessageRule, NetworkRule } from '../../../core/verdict/rules.ts';
import type {
  ControlGroup,
  EndpointEvidence,
  Judgement,
  Progress,
  ServiceAssessment,
  Snapshot,
} from '../../../core/verdict/snapshot.ts';
import { counts, type Vote } from '../../../core/verdict/vote.ts';
import type { CallState, Mechanism, MessageState, NetworkState } from '../../../core/vocabulary.ts';

/** Stored states to paint the popup from. Nothing here was measured. */

const now = Date.now();
const MINUTE = 60_000;
export const TAKEN_AT = now - 1.4 * MINUTE;
const DAY = 24 * 60 * MINUTE;
const SINCE = now - 2 * 24 * 60 * MINUTE - 3 * 60 * MINUTE;

const CATALOGUE = services();
const DEFAULTS = CATALOGUE.filter(({ isDefault }) => isDefault);

interface Finding {
  readonly calls: readonly [CallState, CallRule];
  readonly messages: readonly [MessageState, MessageRule];
  readonly failing?: number;
  readonly rounds?: number;
  readonly mechanism?: Mechanism;
  /** What its relays and its web servers did. */
  readonly relays: Observation['outcome'];
  readonly servers: Observation['outcome'];
}

const WORKS: Finding = {
  calls: ['clear', 'calls.relay-answered'],
  messages: ['reachable', 'messages.answered'],
  relays: 'answered',
  servers: 'answered',
};
const BLOCKED: Finding = {
  ...WORKS,
  calls: ['likely-blocked', 'calls.relay-silent'],
  failing: 3,
  mechanism: 'udp.timeout',
  relays: 'silent',
};
const SUSPECTED: Finding = {
  ...BLOCKED,
  calls: ['suspected', 'calls.relay-silent-confirming'],
  failing: 1,
  rounds: 1,
};
const UNREACHABLE: Finding = {
  calls: ['unreachable', 'calls.unreachable'],
  messages: ['likely-blocked', 'messages.silent'],
  failing: 3,
  mechanism: 'tls.reset',
  relays: 'silent',
  servers: 'failed',
};
const UNEARNED: Finding = { ...WORKS, calls: ['insufficient', 'calls.unearned'], relays: 'silent' };
const UNTESTABLE: Finding = { ...WORKS, calls: ['untestable', 'calls.untestable'], relays: 'inconclusive' };
const TCP_ONLY: Finding = { ...WORKS, calls: ['impaired', 'calls.tcp-only'], relays: 'silent' };
const DOWN: Finding = {
  ...UNREACHABLE,
  calls: ['down', 'calls.down'],
  messages: ['down', 'messages.down'],
  servers: 'silent',
};
/** Out by the health record. */
const DOWN_EVERYWHERE: Finding = {
  calls: ['down', 'calls.down-everywhere'],
  messages: ['down', 'messages.down-everywhere'],
  failing: 0,
  rounds: 1,
  relays: 'silent',
  servers: 'silent',
};
const GONE: Finding = { ...WORKS, calls: ['insufficient', 'calls.gone'] };
const NOTHING = (calls: CallRule, messages: MessageRule): Finding => ({
  calls: ['insufficient', calls],
  messages: ['insufficient', messages],
  relays: 'silent',
  servers: 'silent',
});

const KEY = 'a1b2c3a1b2c3a1b2';

/** What the history has filed about the network. */
const here = (known: Partial<Place>): Place => place({ key: KEY, filedAt: TAKEN_AT, ...known });

function judge<State extends string>(
  [state, rule]: readonly [State, Judgement<State>['rule']],
  { rounds = 3, failing = 0, mechanism }: Partial<Finding> = {},
): Judgement<State> {
  return { state, rule, rounds, failing, since: SINCE, ...(mechanism && { mechanism }) };
}

function observe({ url, role }: Endpoint, outcome: Observation['outcome'], mechanism?: Mechanism): Observation {
  const probe = url.startsWith('stun') ? 'stun' : url.startsWith('turn') ? 'turn' : 'https';
  return {
    url,
    probe,
    transport: transportOf(url),
    outcome,
    startedAt: TAKEN_AT,
    durationMs: outcome === 'answered' ? 83 : outcome === 'failed' ? 41 : 2500,
    depth: outcome === 'answered' ? 'application' : 'none',
    ...(outcome === 'silent' && { code: 'timeout', mechanism: mechanism ?? 'unknown' }),
    ...(outcome === 'failed' && { code: 'net::ERR_CONNECTION_RESET', mechanism: mechanism ?? 'unknown' }),
    ...(outcome === 'answered' &&
      role === 'media' && { code: '401', seenFrom: { family: 4, fingerprint: 'f1f1f1f1' } }),
  };
}

/** Every ground in turn. */
const COUNTED: readonly Vote[] = [
  { ground: 'record', date: '2026-11-15' },
  { ground: 'here', date: '2026-11-20' },
  { ground: 'host' },
];
const UNCOUNTED: readonly Vote[] = [
  { ground: 'unearned' },
  { ground: 'unearned', date: '2026-05-03' },
  { ground: 'demoted', date: '2026-09-28' },
];

function voteOf({ role, verified, verifiedOn = '' }: Endpoint, index: number, { calls: [, rule] }: Finding) {
  if (rule === 'calls.gone' && role === 'media') return { ground: 'retired', date: '2026-07-01' } as const;
  if (rule === 'calls.unearned') return UNCOUNTED[index % UNCOUNTED.length];
  return verified ? ({ ground: 'document', date: verifiedOn } as const) : COUNTED[index % COUNTED.length];
}

function assess({ id, endpoints }: Service, finding: Finding): ServiceAssessment {
  const { calls, messages, relays, servers, mechanism } = finding;
  const evidence = endpoints.map((endpoint, index): EndpointEvidence => {
    const vote = voteOf(endpoint, index, finding);
    const outcome = endpoint.role === 'media' ? relays : servers;
    return {
      url: endpoint.url,
      role: endpoint.role,
      vote: vote && counts(vote) ? 'counted' : 'unearned',
      ...vote,
      ...(vote?.ground === 'here' && { lastAnswered: TAKEN_AT - 2 * DAY }),
      ...(vote?.ground !== 'retired' && { observation: observe(endpoint, outcome, mechanism) }),
    };
  });
  const isBad = messages[0] !== 'reachable';
  return {
    id,
    calls: judge(calls, finding),
    messages: judge(messages, isBad ? finding : {}),
    evidence,
    ...(calls[1] === 'calls.down-everywhere' && { silentEverywhere: { places: 3, date: '2026-11-20' } }),
  };
}

const CONTROLS: readonly ControlGroup[] = [
  { kind: 'stun', asked: 5, answered: 5, operators: 4 },
  { kind: 'https', asked: 4, answered: 4, operators: 4 },
  { kind: 'portal', asked: 2, answered: 2, operators: 2 },
  { kind: 'relay', asked: 2, answered: 2, operators: 2 },
];

function snapshot(
  network: readonly [NetworkState, NetworkRule],
  findings: Readonly<Record<string, Finding>>,
  rest: Finding,
  extra: Partial<Snapshot> & { failing?: number; rounds?: number } = {},
): Snapshot {
  const { failing = 0, rounds = 3, ...fields } = extra;
  return {
    schemaVersion: 1,
    takenAt: TAKEN_AT,
    durationMs: 2710,
    firstWordMs: 410,
    network: { ...judge(network, { failing, rounds }), key: KEY },
    services: DEFAULTS.map((service) => assess(service, findings[service.id] ?? rest)),
    controls: CONTROLS,
    controlObservations: [],
    confirming: false,
    explained: false,
    ...fields,
  };
}

const CLEAR = snapshot(['clear', 'network.clear'], { viber: UNTESTABLE, wechat: UNTESTABLE }, WORKS);
const SOME = snapshot(
  ['some-blocked', 'network.some-blocked'],
  { whatsapp: BLOCKED, messenger: BLOCKED, viber: UNREACHABLE, imo: UNTESTABLE, tango: DOWN, wechat: UNEARNED },
  WORKS,
  { failing: 3 },
);

export interface Fixture {
  /** What the history knows of the network; nothing unless said. */
  readonly place?: Place;
  readonly snapshot?: Snapshot | { schemaVersion: number };
  readonly progress?: Progress;
  /** The person's own servers. */
  readonly own?: OwnServers;
  readonly agreed?: boolean;
  /** Hosts that the person has agreed to; all of the catalogue unless said. */
  readonly hosts?: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What to press before looking. */
  readonly press?: readonly string[];
  /** The background answers nothing. */
  readonly mute?: boolean;
}

const running = (services: readonly ServiceAssessment[], done: number): Progress => ({
  roundId: 'r1',
  startedAt: now,
  expiresAt: now + 10 * MINUTE,
  done,
  total: 64,
  services,
});

const silentControls = CONTROLS.map((group) => ({ ...group, answered: 0, operators: 0 }));

export const OWN: OwnServers = {
  schemaVersion: 1,
  servers: [
    { id: 'own-00000001', name: 'خادم العائلة', addresses: [{ kind: 'turn', url: 'turns:family.example:443' }] },
    { id: 'own-00000002', name: 'Asterisk at the office', addresses: [{ kind: 'sip', url: 'wss://pbx.example/ws' }] },
  ],
  former: {},
};

export const FIXTURES: Readonly<Record<string, Fixture>> = {
  'before-consent': { agreed: false },
  'new-hosts': { snapshot: CLEAR, hosts: ['web.whatsapp.com'], press: ['.notice summary'] },
  'not-checked': {},
  'first-check': { progress: running(SOME.services.slice(0, 4), 21) },
  'checking-old-answer': { snapshot: CLEAR, progress: running(SOME.services.slice(0, 5), 38) },
  clear: { snapshot: CLEAR },
  // The second one was added after the last round.
  'own-servers': {
    own: OWN,
    snapshot: {
      ...SOME,
      services: [...SOME.services, ...OWN.servers.slice(0, 1).map((own) => assess(toService(own), WORKS))],
    },
    progress: running([], 5),
  },
  'own-server-evidence': {
    own: OWN,
    snapshot: {
      ...SOME,
      services: OWN.servers.slice(0, 1).map((own) => ({
        ...assess(toService(own), { ...WORKS, calls: ['impaired', 'calls.call-tcp-only'] }),
        call: { at: TAKEN_AT - 20 * MINUTE, conclusion: 'tcp-only', transport: 'tls', mos: 4.1, cuts: 0 },
      })),
    },
    settings: { services: [] },
    press: ['.services li summary'],
  },
  'some-blocked': { snapshot: SOME },
  'some-blocked-evidence': { snapshot: SOME, press: ['li:nth-child(10) summary'] },
  'down-everywhere-evidence': {
    snapshot: snapshot(['insufficient', 'network.partly-known'], { whatsapp: DOWN_EVERYWHERE }, WORKS),
    settings: { services: ['whatsapp'] },
    press: ['.services li summary'],
  },
  'unearned-evidence': {
    snapshot: snapshot(['insufficient', 'network.partly-known'], {}, UNEARNED),
    settings: { services: ['whatsapp'] },
    press: ['.services li summary'],
  },
  'gone-evidence': {
    snapshot: snapshot(['insufficient', 'network.partly-known'], { whatsapp: GONE }, WORKS),
    settings: { services: ['whatsapp', 'signal'] },
    press: ['.services li summary'],
  },
  'some-blocked-explain': { snapshot: SOME, press: ['main > .disclosure:last-of-type > summary'] },
  'calls-blocked': {
    snapshot: snapshot(['calls-blocked', 'network.all-blocked'], { imo: UNTESTABLE, tango: UNREACHABLE }, BLOCKED, {
      failing: 3,
      explained: true,
    }),
    place: here({
      operator: 'Maroc Telecom',
      country: 'MA',
      access: 'wifi',
      blockedSince: { 'whatsapp/calls': SINCE - 6 * DAY },
      said: { imo: { word: 'no-sound', at: TAKEN_AT - 20 * MINUTE } },
    }),
    press: ['.service:first-of-type summary'],
  },
  'looks-like-a-vpn': {
    snapshot: snapshot(
      ['udp-blocked', 'network.udp-blocked'],
      { meet: TCP_ONLY },
      { ...TCP_ONLY },
      { failing: 4, rounds: 5 },
    ),
    place: here({
      operator: 'A hosting company with a very long name, of <b>Limassol</b>, and more',
      hosting: true,
      hints: ['carries-no-udp', 'hosting-exit', 'abroad'],
    }),
  },
  'udp-blocked': {
    snapshot: snapshot(
      ['udp-blocked', 'network.udp-blocked'],
      { imo: UNTESTABLE, meet: TCP_ONLY },
      { ...TCP_ONLY },
      {
        failing: 4,
        rounds: 5,
        controls: CONTROLS.map((group) => (group.kind === 'stun' ? { ...group, answered: 0, operators: 0 } : group)),
      },
    ),
  },
  impaired: { snapshot: snapshot(['impaired', 'network.impaired'], { meet: TCP_ONLY, discord: TCP_ONLY }, WORKS) },
  confirming: {
    snapshot: snapshot(['insufficient', 'network.confirming'], { whatsapp: SUSPECTED, messenger: SUSPECTED }, WORKS, {
      rounds: 1,
      failing: 1,
      confirming: true,
    }),
  },
  'sign-in-needed': {
    snapshot: snapshot(['sign-in-needed', 'network.sign-in'], {}, NOTHING('calls.sign-in', 'messages.sign-in'), {
      controls: silentControls,
    }),
  },
  offline: {
    snapshot: snapshot(['offline', 'network.offline'], {}, NOTHING('calls.offline', 'messages.offline'), {
      controls: silentControls,
    }),
  },
  'browser-restricted': {
    snapshot: snapshot(
      ['browser-restricted', 'network.browser-restricted'],
      {},
      { ...WORKS, calls: ['insufficient', 'calls.browser-restricted'], relays: 'inconclusive' },
    ),
  },
  'insufficient-unearned': {
    snapshot: snapshot(['insufficient', 'network.partly-known'], { meet: WORKS, discord: WORKS }, UNEARNED),
    press: ['li:nth-child(9) summary'],
  },
  'insufficient-controls': {
    snapshot: snapshot(
      ['insufficient', 'network.controls-silent'],
      {},
      NOTHING('calls.controls-silent', 'messages.controls-silent'),
      { controls: silentControls },
    ),
  },
  'insufficient-lossy': {
    snapshot: snapshot(['insufficient', 'network.lossy'], {}, NOTHING('calls.lossy', 'messages.lossy')),
  },
  retired: {
    snapshot: {
      ...CLEAR,
      services: CATALOGUE.filter(({ id }) => ['skype', 'teams', 'signal'].includes(id)).map((service) =>
        assess(
          service,
          service.retired
            ? { ...NOTHING('calls.retired', 'messages.retired'), calls: ['retired', 'calls.retired'] }
            : WORKS,
        ),
      ),
    },
    settings: { services: ['skype', 'teams', 'signal'] },
    press: ['li:nth-child(3) summary'],
  },
  copied: { snapshot: CLEAR, press: ['.footer button'] },
  'no-background': { snapshot: CLEAR, mute: true },
  'corrupt-snapshot': { snapshot: { schemaVersion: 7 } },
  // Whole as far as the popup looks, and without the reason for its verdict.
  'damaged-snapshot': { snapshot: { ...CLEAR, network: { state: 'clear' } } as { schemaVersion: number } },
};
