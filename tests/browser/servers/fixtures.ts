import type { Page } from 'puppeteer-core';
import type { CallEnd, CallSecond, CallStage, CallTransport, TransportCall } from '../../../core/call/call.ts';
import { CALL_STAGES } from '../../../core/call/call.ts';
import { mosOf } from '../../../core/call/e-model.ts';
import { conclusionOf } from '../../../core/call/ending.ts';
import type { CallRecord } from '../../../core/history/records.ts';
import type { OwnServer } from '../../../core/own/server.ts';
import type { ServiceAssessment, Snapshot } from '../../../core/verdict/snapshot.ts';
import { blockedSnapshot } from '../stored.ts';

/** States of the page for own servers. */
export interface Fixture {
  readonly servers?: readonly OwnServer[];
  readonly isAgreed?: false;
  readonly calls?: readonly CallRecord[];
  /** A test call that stays at this stage (Chromium). */
  readonly stage?: CallStage;
  /** What the person does, once the page is there. */
  readonly act?: (page: Page) => Promise<void>;
}

const AT = Date.UTC(2026, 10, 22, 9, 30);
export const NETWORK = '0123456789abcdef';

export const RELAY: OwnServer = {
  id: 'own-0a1b2c3d',
  name: 'My relay in Paris',
  hasCredentials: true,
  addresses: [
    { kind: 'stun', url: 'stun:relay.example.org:3478' },
    { kind: 'turn', url: 'turn:relay.example.org:3478?transport=udp' },
    { kind: 'turn', url: 'turn:relay.example.org:443?transport=tcp' },
    { kind: 'turn', url: 'turns:relay.example.org:443' },
  ],
};
export const SIP: OwnServer = {
  id: 'own-11112222',
  name: 'Asterisk at home',
  addresses: [{ kind: 'sip', url: 'wss://pbx.example.net:8089/ws' }],
};
export const JITSI: OwnServer = {
  id: 'own-33334444',
  name: 'جيتسي العائلة',
  addresses: [{ kind: 'web', url: 'https://meet.example.com/config.js' }],
};
const ALL = [RELAY, SIP, JITSI];

const judged = { rounds: 3, failing: 0, since: AT - 3_600_000 };
const assessments: ServiceAssessment[] = [
  {
    id: RELAY.id,
    calls: { ...judged, state: 'clear', rule: 'calls.own-relay-answered' },
    messages: { ...judged, state: 'insufficient', rule: 'messages.absent' },
    evidence: [],
  },
  {
    id: SIP.id,
    calls: { ...judged, state: 'suspected', rule: 'calls.signalling-confirming', failing: 2 },
    messages: { ...judged, state: 'suspected', rule: 'messages.silent-confirming', failing: 2 },
    evidence: [],
  },
];

/** The last check: two of the servers were in it, the third is new. */
export function snapshot(): Snapshot {
  const blocked = blockedSnapshot(AT);
  return { ...blocked, network: { ...blocked.network, key: NETWORK }, services: [...blocked.services, ...assessments] };
}

const wave = (count: number, ms: number, jitterMs: number, loss: number): CallSecond[] =>
  Array.from({ length: count }, (_, at) => ({
    roundTripMs: at === 4 ? null : Math.round(ms * (1 + 0.25 * Math.sin(at * 1.7))),
    jitterMs: Math.round(jitterMs * (1 + 0.5 * Math.cos(at * 2.3))),
    loss: Math.max(0, loss * (1 + Math.sin(at * 2.9))),
    packets: Math.round(50 * (1 - loss)),
  }));

/** How far a call comes that ends so. */
const REACHED: Partial<Record<CallEnd, number>> = { refused: 0, silent: 0, 'no-ice': 1, 'no-dtls': 2, 'no-media': 3 };
const TIMES = [90, 210, 380, 430, 1440];

function call(transport: CallTransport, end: CallEnd, own: Partial<TransportCall> = {}): TransportCall {
  const reached = CALL_STAGES.slice(0, REACHED[end] ?? CALL_STAGES.length).map((stage, at) => [stage, TIMES[at]]);
  const heard = { roundTripMs: null, jitterMs: null, loss: null, ...own };
  return {
    transport,
    end,
    reached: Object.fromEntries(reached),
    durationMs: 8_300,
    seconds: [],
    ...heard,
    stalls: 0,
    mos: end === 'works' || end === 'poor' ? mosOf(heard) : null,
    ...own,
  };
}

const good = (transport: CallTransport) =>
  call(transport, 'works', { roundTripMs: 48, jitterMs: 3, loss: 0.002, seconds: wave(7, 48, 3, 0.002) });
const poor = (transport: CallTransport) =>
  call(transport, 'poor', { roundTripMs: 610, jitterMs: 42, loss: 0.12, stalls: 2, seconds: wave(12, 610, 42, 0.12) });
const cut = (transport: CallTransport) =>
  call(transport, 'cut', { cutAfterS: 3.1, roundTripMs: 52, jitterMs: 4, loss: null, seconds: wave(3, 52, 4, 0) });

const record = (calls: readonly TransportCall[], at = AT): CallRecord => ({
  network: NETWORK,
  at,
  service: RELAY.id,
  conclusion: conclusionOf(calls),
  calls: [...calls],
});

const RESULTS: Readonly<Record<string, readonly TransportCall[]>> = {
  good: [good('udp'), good('tcp'), good('tls')],
  poor: [poor('udp')],
  cut: [cut('udp'), call('tcp', 'no-dtls'), call('tls', 'no-media')],
  'tcp-only': [call('udp', 'silent', { code: '701' }), good('tcp'), good('tls')],
  refused: [call('udp', 'refused', { code: '401' }), call('tcp', 'refused', { code: '486' })],
  nothing: [call('udp', 'cancelled'), call('tls', 'untestable', { code: 'no-sound' })],
};

const press = async (page: Page, ...selectors: readonly string[]) => {
  for (const selector of selectors) {
    await page.waitForSelector(selector);
    await page.click(selector);
  }
};
const type = async (page: Page, fields: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(fields)) await page.type(`[name=${name}]`, text);
};
const SUBMIT = 'form[data-form=server] [type=submit]';
export const ICE_SERVERS = JSON.stringify([
  {
    urls: ['turn:relay.example.org:3478?transport=udp', 'turns:relay.example.org:443'],
    username: 'alice',
    credential: 'correct horse',
  },
]);

export const FIXTURES: Readonly<Record<string, Fixture>> = {
  empty: {},
  'before-consent': { isAgreed: false },
  form: {
    act: async (page) => {
      await press(
        page,
        '[data-do=add]',
        'form .disclosure:nth-of-type(1) summary',
        'form .disclosure:nth-of-type(2) summary',
      );
    },
  },
  'form-filled': {
    act: async (page) => {
      await press(page, '[data-do=add]', '[name=name]');
      await type(page, {
        addresses: 'turn:relay.example.org:443?transport=tcp\nwss://pbx.example.net:8089/ws',
        name: 'My relay',
      });
      await press(page, '[name=scheme][value=password]');
      await type(page, { username: 'alice', password: 'correct horse' });
      await page.waitForSelector('.planned');
    },
  },
  'form-problems': {
    act: async (page) => {
      await press(page, '[data-do=add]', '[name=scheme][value=rest]');
      await type(page, { addresses: 'relay.example.org\nhttp://meet.example.com\nstuns:relay.example.org' });
      await press(page, SUBMIT);
      await page.waitForSelector('[role=alert]');
    },
  },
  'form-edit': {
    servers: ALL,
    act: async (page) => {
      await press(page, `[data-server=${RELAY.id}] [data-do=edit]`);
      await page.waitForSelector('form[data-form=server]');
    },
  },
  list: { servers: ALL, act: async (page) => press(page, `[data-server=${SIP.id}] details > summary`) },
  testing: { servers: ALL, act: async (page) => press(page, `[data-server=${RELAY.id}] [data-do=test]`) },
  tested: {
    servers: [SIP, JITSI],
    act: async (page) => {
      await press(page, `[data-server=${SIP.id}] [data-do=test]`, `[data-server=${JITSI.id}] [data-do=test]`);
      await page.waitForFunction(() => document.querySelectorAll('[data-test=ended]').length === 2);
    },
  },
  removing: { servers: [SIP], act: async (page) => press(page, '[data-do=remove]') },
  ...Object.fromEntries(
    CALL_STAGES.map((stage): [string, Fixture] => [
      `call-${stage}`,
      {
        servers: [RELAY],
        stage,
        act: async (page) => {
          await press(page, '[data-do=call]');
          await page.waitForSelector('[data-call=running] .stages');
        },
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(RESULTS).map(([name, calls]): [string, Fixture] => [
      `result-${name}`,
      {
        servers: [RELAY],
        calls: [record(calls), record([good('udp')], AT - 86_400_000), record([cut('tls')], AT - 2 * 86_400_000)],
        act: async (page) => press(page, '.last-calls summary'),
      },
    ]),
  ),
};

/** Heard so far, at the last stage. */
export const HEARD = wave(5, 48, 3, 0.002);
