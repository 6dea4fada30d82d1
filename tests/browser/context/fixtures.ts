import type { Place } from '../../../core/history/place.ts';
import type { Opinion, StoredOpinion } from '../../../core/ooni/opinion.ts';
import { questionOf } from '../../../core/ooni/question.ts';

/** What the page is painted from: the stored place, the country that its address names, and what OONI said last. */
export interface Fixture {
  readonly place?: unknown;
  readonly hash?: string;
  readonly opinion?: StoredOpinion;
}

const MOROCCO: Place = {
  key: '00000000000000aa',
  asn: 36903,
  operator: 'Maroc Telecom',
  country: 'MA',
  hosting: false,
  access: 'cellular',
  name: null,
  filedAt: 1,
  hints: [],
  blockedSince: {},
  said: {},
};

const NOW = Date.now();
const HOUR = 3_600_000;
const counts = (anomalies: number, measured: number) => ({ measured, anomalies });
const OPINION: Opinion = {
  ...questionOf('MA', 36903, NOW),
  askedAt: NOW - 3 * HOUR,
  tests: [
    { test: 'whatsapp', operator: counts(37, 40), country: counts(60, 120), world: counts(360, 10_120) },
    { test: 'telegram', operator: counts(0, 0), country: counts(1, 1), world: counts(21, 10_001) },
    { test: 'facebook_messenger', operator: counts(7, 40), country: counts(9, 60), world: counts(1509, 10_060) },
    { test: 'signal', operator: counts(2, 3), country: counts(2, 30), world: counts(302, 10_030) },
  ],
};
const nobody = OPINION.tests.map((one) => ({ ...one, operator: counts(0, 0), country: counts(0, 0) }));

const HOSTILE = '<img src=x onerror="document.title=1">';

export const FIXTURES: Readonly<Record<string, Fixture>> = {
  morocco: { place: MOROCCO },
  vpn: { place: { ...MOROCCO, asn: 9009, operator: 'M247 Europe SRL', country: 'RU', hints: ['hosting-exit'] } },
  'nothing-on-record': { place: { ...MOROCCO, asn: 3215, operator: 'Orange', country: 'FR' } },
  'another-country': { place: MOROCCO, hash: '#AE' },
  unknown: { place: null },
  opinion: { place: MOROCCO, opinion: { opinions: [OPINION], triedAt: NOW } },
  'opinion-of-nobody': { place: MOROCCO, opinion: { opinions: [{ ...OPINION, tests: nobody }], triedAt: NOW } },
  'opinion-held-back': {
    place: MOROCCO,
    opinion: {
      opinions: [{ ...OPINION, askedAt: NOW - 72 * HOUR }],
      triedAt: NOW,
      problem: 'quota',
      notBefore: NOW + 2 * HOUR,
    },
  },
  hostile: { place: { country: HOSTILE, operator: HOSTILE, asn: HOSTILE, hints: HOSTILE }, hash: `#${HOSTILE}` },
  'hostile-operator': { place: { ...MOROCCO, operator: `\u202e${HOSTILE}${'x'.repeat(500)}` } },
};
