import {
  dayOf,
  type History,
  type NetworkRecord,
  type RoundRecord,
  type SpellRecord,
  type StoredObservation,
} from '../records.ts';
import { call, OWN } from '../testing.ts';

/** A history for tests, small enough to be read. */

export const HOME = 'a1b2c3d4e5f60718';
export const MOBILE = '00ff00ff00ff00ff';
export const START = Date.UTC(2026, 10, 12, 8);
export const NOW = Date.UTC(2026, 10, 21, 14, 5);
const HOUR = 3_600_000;

export const home: NetworkRecord = {
  key: HOME,
  asn: 36903,
  operator: 'Maroc Telecom',
  country: 'MA',
  hosting: false,
  access: 'wifi',
  name: 'Home, ADSL',
  firstAt: START,
  lastAt: NOW,
};
export const mobile: NetworkRecord = {
  ...home,
  key: MOBILE,
  asn: 36884,
  operator: 'Wana',
  access: 'cellular',
  name: null,
};

export const round = (change: Partial<RoundRecord> = {}): RoundRecord => ({
  network: HOME,
  at: START,
  durationMs: 2300,
  explained: false,
  state: 'some-blocked',
  roundTripMs: 40,
  services: {
    whatsapp: { calls: 'likely-blocked', messages: 'reachable', mechanism: 'udp.timeout' },
    signal: { calls: 'clear', messages: 'reachable', relayMs: 62.5 },
  },
  ...change,
});

export const spell = (change: Partial<SpellRecord> = {}): SpellRecord => ({
  network: HOME,
  kind: 'calls',
  subject: 'whatsapp',
  from: START,
  to: null,
  seenAt: NOW - HOUR,
  mechanism: 'udp.timeout',
  ...change,
});

export const observation = (change: Partial<StoredObservation> = {}): StoredObservation => ({
  url: 'stun:stun.l.google.com:19302',
  probe: 'stun',
  transport: 'udp',
  outcome: 'answered',
  startedAt: START + 1234,
  durationMs: 41.5,
  depth: 'application',
  of: 'control',
  ...change,
});

/** Nine days on a network that blocks WhatsApp's calls, and one on another that does not. */
export const history: History = {
  networks: [home, mobile],
  rounds: [
    ...Array.from({ length: 9 }, (_, day) => round({ at: START + day * 24 * HOUR })),
    round({
      network: MOBILE,
      at: NOW - 2 * HOUR,
      state: 'clear',
      roundTripMs: 125,
      services: { whatsapp: { calls: 'clear', messages: 'reachable', relayMs: 140 } },
    }),
  ],
  raw: [{ network: HOME, at: START, observations: [observation()] }],
  days: [
    {
      network: HOME,
      day: dayOf(START) - 100,
      rounds: 3,
      state: { clear: 3 },
      services: { whatsapp: { calls: { clear: 3 }, messages: { reachable: 3 } } },
    },
  ],
  spells: [spell()],
  words: [{ network: HOME, at: START + HOUR, service: 'whatsapp', word: 'failed' }],
  calls: [],
};

export const NOTHING: History = { networks: [], rounds: [], raw: [], days: [], spells: [], words: [], calls: [] };

export const OWN_NAMES = { [OWN]: 'Grandma’s relay' };
const OWN_ADDRESS = 'turn:relay.grandma.example:3478?transport=udp';

/** The same, with a server of the person's own in every kind of record. */
export const withOwn: History = {
  ...history,
  rounds: history.rounds.map((round) => ({
    ...round,
    services: { ...round.services, [OWN]: { calls: 'likely-blocked', messages: 'reachable' } },
  })),
  raw: history.raw.map((record) => ({
    ...record,
    observations: [...record.observations, observation({ url: OWN_ADDRESS, probe: 'turn', of: OWN })],
  })),
  days: history.days.map((day) => ({
    ...day,
    services: { ...day.services, [OWN]: { calls: { clear: 3 }, messages: { reachable: 3 } } },
  })),
  spells: [...history.spells, spell({ subject: OWN })],
  words: [...history.words, { network: HOME, at: START + HOUR, service: OWN, word: 'worked' }],
  calls: [call(START + HOUR, { network: HOME })],
};
