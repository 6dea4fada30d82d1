import type { Range } from '../../../core/history/ranges.ts';
import type { History } from '../../../core/history/records.ts';
import { key, network, round, spell } from '../../../core/history/testing.ts';
import { simulatedYear } from '../../../core/history/testing-year.ts';

/** Histories to paint the timeline from. Nothing here was measured. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = Date.now();
export const YEAR = simulatedYear(now);

const HOSTILE = `<img src=x onerror=document.title=1>\u202e"evil" \u0645\u0643\u062a\u0628 \u2067${'x'.repeat(60)}`;

export interface Fixture {
  readonly history: Partial<History>;
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
  table: { history: STATES_HISTORY, press: ['.entry > .disclosure:last-of-type summary'] },
};
