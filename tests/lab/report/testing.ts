import type { ObservationRecord, RoundVerdict } from '../../../scripts/check/document.ts';
import type { Browser } from '../perform.ts';
import type { Phase, Truth } from '../scenario.ts';
import type { Outcome, Played } from './outcome.ts';

/** Outcomes for tests, from as little as they are about. */

type Said = Partial<RoundVerdict['services'][number]['calls']>;

/** What was said of services in a round: `[calls, messages]`, states or with more; a round takes a second. */
export type Round = Readonly<Record<string, readonly [Said | string, Said | string]>>;

const verdict = (said: Said | string) => ({
  rule: 'a rule',
  rounds: 1,
  ...(typeof said === 'string' ? { state: said } : said),
});

export function played(rounds: readonly Round[], truth?: Truth, more: Partial<Phase> = {}): Played {
  const eachRound = rounds.map((services, index) => ({
    round: index + 1,
    takenAt: '2026-10-01T00:00:00.000Z',
    durationMs: 1000,
    network: verdict('clear'),
    services: Object.entries(services).map(([id, [calls, messages]]) => ({
      id,
      calls: verdict(calls),
      messages: verdict(messages),
    })),
  })) as unknown as RoundVerdict[];
  const phase: Phase = { faults: [], rounds: rounds.length, expect: {}, ...(truth && { truth }), ...more };
  return { phase, document: { eachRound, observations: [] }, bytes: 0 };
}

export const silentRelay = (service: string): ObservationRecord => ({
  ...{ round: 1, services: [service], url: 'stun:relay.example:3478', probe: 'stun', transport: 'udp' },
  ...{ outcome: 'silent', durationMs: 2200, depth: 'none' },
});

export const outcome = (
  phases: readonly Played[],
  { browser = 'chromium', explained }: { readonly browser?: Browser; readonly explained?: true } = {},
): Outcome => ({
  ...{ name: 'a-scenario', browser, result: 'passed', wrong: [], seconds: 1, played: phases },
  scenario: {
    ...{ says: 'Something happens.', family: 'how', phases: phases.map(({ phase }) => phase) },
    services: phases[0]?.document.eachRound[0]?.services.map(({ id }) => id) ?? [],
    ...(explained && { explained }),
  },
});
