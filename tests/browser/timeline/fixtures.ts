import type { Tariff } from '../../../core/history/cost.ts';
import type { Range } from '../../../core/history/ranges.ts';
import type { History } from '../../../core/history/records.ts';
import { call, key, network, round, spell, transportCall, word } from '../../../core/history/testing.ts';
import { simulatedYear } from '../../../core/history/testing-year.ts';
import type { OwnServers } from '../../../core/own/server.ts';

/** Histories to paint the timeline from. Nothing here was measured. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = Date.now();
export const YEAR = simulatedYear(now);

const HOSTILE = `<img src=x onerror=document.title=1>\u202e"evil" \u0645\u0643\u062a\u0628 \u2067${'x'.repeat(60)}`;

export interface Fixture {
  readonly history: Partial<History>;
  /** The person's own servers. */
  readonly own?: OwnServers;
  /** The person's own figures for what a block costs. */
  readonly tariff?: Tariff;
  readonly range?: Range;
  readonly press?: readonly string[];
}

const every = (hours: number, count: number, make: (at: number, i: number) => Partial<Parameters<typeof round>[1]>) =>
  Array.from({ length: count }, (_, i) => {
    const at = now - i * hours * HOUR - 5 * MINUTE;
    return round(at, make(at, i));
  });

/** Each state on a service of its own. */
const STATES = [
  'clear',
  'impaired',
  'likely-blocked',
  'suspected',
  'unreachable',
  'down',
  'insufficient',
  'untestable',
  'retired',
] as const;
const NAMES = ['whatsapp', 'messenger', 'signal', 'telegram', 'meet', 'teams', 'discord', 'zoom', 'viber'];

/** Every state, on one network. */
const STATES_HISTORY = {
  networks: [network(1, { operator: 'Example Net', country: 'MA', lastAt: now - 5 * MINUTE })],
  rounds: every(1, 60, (_, i) => ({
    state: (['clear', 'some-blocked', 'udp-blocked', 'impaired', 'sign-in-needed', 'offline', 'insufficient'] as const)[
      Math.floor(i / 8) % 7
    ] as 'clear',
    services: Object.fromEntries(
      NAMES.map((id, n) => [
        id,
        {
          calls: STATES[(n + (i % 9 === 0 && n === 2 ? 7 : 0)) % 9] as 'clear',
          messages: (['reachable', 'likely-blocked', 'suspected', 'down', 'insufficient'] as const)[n % 5] as 'down',
        },
      ]),
    ),
  })),
  spells: [spell(now - 40 * HOUR, null, { subject: 'signal', seenAt: now - 5 * MINUTE, mechanism: 'udp.timeout' })],
};

const RELAY = 'own-00000001';
const FAMILY = 'own-00000002';
const GONE = 'own-00000003';
const OWN: OwnServers = {
  schemaVersion: 1,
  servers: [
    { id: FAMILY, name: 'خادم العائلة', addresses: [{ kind: 'turn', url: 'turns:family.example:443' }] },
    { id: RELAY, name: 'Asterisk at the office', addresses: [{ kind: 'sip', url: 'wss://pbx.example:8089/ws' }] },
  ],
  former: { [GONE]: '\u202e<b>old relay</b>' },
};
const silent = {
  end: 'silent',
  mos: null,
  loss: null,
  roundTripMs: null,
  jitterMs: null,
  seconds: [],
  reached: {},
} as const;

/** Test calls through one's own servers: without a VPN, where every one of them ends another way, and with one. */
const CALLS_HISTORY = {
  networks: [
    network(1, { operator: 'Maroc Telecom', country: 'MA', name: 'Home', lastAt: now - 5 * MINUTE }),
    network(2, { operator: 'M247', country: 'NL', hosting: true, name: 'VPN', lastAt: now - 20 * MINUTE }),
  ],
  rounds: [
    ...every(2, 40, (_, i) => ({
      state: 'some-blocked' as const,
      roundTripMs: 40,
      services: {
        whatsapp: { calls: 'likely-blocked' as const, messages: 'reachable' as const },
        [RELAY]: { calls: 'clear' as const, messages: 'reachable' as const },
        [FAMILY]: { calls: i > 20 ? ('insufficient' as const) : ('impaired' as const), messages: 'reachable' as const },
        [GONE]: { calls: 'insufficient' as const, messages: 'insufficient' as const },
      },
    })),
    round(now - 20 * MINUTE, {
      network: key(2),
      roundTripMs: 125,
      services: {
        whatsapp: { calls: 'clear', messages: 'reachable', relayMs: 140 },
        [FAMILY]: { calls: 'clear', messages: 'reachable', relayMs: 133 },
      },
    }),
  ],
  spells: [],
  words: [word(now - 30 * HOUR, { service: FAMILY, word: 'no-sound' })],
  calls: [
    ...(['works', 'poor', 'cut', 'refused', 'silent', 'nothing'] as const).map((conclusion, i) =>
      call(now - (70 - 10 * i) * HOUR, { service: FAMILY, conclusion, calls: [transportCall(silent)] }),
    ),
    call(now - 10 * MINUTE, {
      service: FAMILY,
      conclusion: 'tcp-only',
      calls: [
        transportCall({ ...silent, end: 'cut', cutAfterS: 3, loss: 0.25, roundTripMs: 310 }),
        transportCall({ transport: 'tcp', end: 'poor', loss: 0.1, roundTripMs: 620, mos: 3.2 }),
        transportCall({ transport: 'tls', end: 'poor', loss: 0.08, roundTripMs: 640, mos: 3.3 }),
      ],
    }),
    call(now - 15 * MINUTE, {
      network: key(2),
      service: FAMILY,
      calls: [transportCall({ mos: 4.3, roundTripMs: 140 }), transportCall({ transport: 'tls', mos: 4.2 })],
    }),
    call(now - 15 * MINUTE, { network: key(2), service: RELAY }),
  ],
};

export const FIXTURES: Readonly<Record<string, Fixture>> = {
  empty: { history: {} },
  week: { history: YEAR },
  day: { history: YEAR, range: 'day' },
  month: { history: YEAR, range: 'month' },
  year: { history: YEAR, range: 'year' },
  states: { history: STATES_HISTORY },
  hostile: {
    history: {
      networks: [
        network(1, { operator: HOSTILE, country: 'MA', lastAt: now - HOUR, hosting: true }),
        network(2, {
          name: HOSTILE.slice(0, 60),
          operator: '\u0627\u062a\u0635\u0627\u0644\u0627\u062a \u0627\u0644\u0645\u063a\u0631\u0628',
          lastAt: now - 2 * HOUR,
        }),
        network(0, { lastAt: now - 3 * HOUR }),
      ],
      rounds: [
        round(now - HOUR, { services: { 'unheard-of': { calls: 'clear', messages: 'reachable' } } }),
        round(now + 40 * HOUR),
        round(now - 2 * HOUR, { network: key(2) }),
        round(now - 3 * HOUR, { network: key(0), state: 'insufficient' }),
      ],
    },
  },
  calls: { history: CALLS_HISTORY, own: OWN },
  'calls-table': { history: CALLS_HISTORY, own: OWN, press: ['.entry > .disclosure:last-of-type summary'] },
  'calls-compared': {
    history: CALLS_HISTORY,
    own: OWN,
    press: ['main > details:nth-of-type(1) summary', '.compare table'],
  },
  'calls-shared': {
    history: CALLS_HISTORY,
    own: OWN,
    press: ['main > details:nth-of-type(2) summary', '.panel fieldset:nth-of-type(2) label:last-of-type input'],
  },
  menu: { history: YEAR, press: ['.entry-line .menu summary'] },
  naming: { history: YEAR, press: ['.entry-line .menu summary', '.entry-line .menu-body .button'] },
  deleting: { history: YEAR, press: ['.entry-line .menu summary', '.entry-line .menu-body .button:last-child'] },
  'own-word': { history: YEAR, press: ['.lane .menu summary'] },
  comparing: { history: STATES_HISTORY, press: ['main > details:nth-of-type(1) summary', '.compare table'] },
  sharing: {
    history: STATES_HISTORY,
    press: ['main > details:nth-of-type(2) summary', '.panel-actions .button, .panel button'],
  },
  // axe takes its time over many cells.
  cost: {
    history: YEAR,
    tariff: { minutes: 20, price: 0.5, currency: 'MAD' },
    press: ['main > details:nth-of-type(3) summary', '.cost table'],
  },
  table: { history: STATES_HISTORY, press: ['.entry > .disclosure:last-of-type summary'] },
};
