import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failOpen } from '../evidence/line.ts';
import { EMPTY_MEMORY, type Memory, UNIDENTIFIED } from '../evidence/memory.ts';
import { type Assessment, assess } from './assess.ts';
import { answered, operators, type Round } from './round.ts';
import type { EndpointEvidence, ServiceAssessment } from './snapshot.ts';
import { readMemory } from './stored.ts';
import { type Chapter, CONTROLS, DAY, HOUR, MORNING, roundOf, SERVICES, tell } from './testing.ts';
import { randomStory } from './testing-random.ts';

interface Moment {
  readonly assessment: Assessment;
  readonly round: Round;
}

/** Holds of every round of every story. */
function always(holds: (moment: Moment) => boolean, numRuns = 400): void {
  fc.assert(
    fc.property(randomStory, (story) => {
      const moments = tell(story).map((assessment, i) => ({ assessment, round: roundOf(story[i] ?? {}) }));
      expect(moments.filter((moment) => !holds(moment))).toEqual([]);
    }),
    { numRuns },
  );
}
const alwaysOfServices = (holds: (service: ServiceAssessment, moment: Moment) => boolean): void =>
  always((moment) => moment.assessment.services.every((service) => holds(service, moment)));

const accuses = (state: string): boolean => ['likely-blocked', 'suspected', 'unreachable'].includes(state);
const isHint = ({ observation }: EndpointEvidence): boolean =>
  observation?.outcome === 'silent' || observation?.outcome === 'failed';

/** Controls of two operators answered over this carrier, and the line is good enough. */
function isFair({ assessment, round }: Moment, carrier: 'udp' | 'tcp'): boolean {
  const { memory, network } = assessment;
  const loss = memory.networks[network.key ?? UNIDENTIFIED]?.loss[carrier];
  const alive = CONTROLS.filter(
    ({ url, kind }) => kind === (carrier === 'udp' ? 'stun' : 'https') && answered(round.observations.get(url)),
  );
  return operators(alive).size >= 2 && loss !== undefined && failOpen(loss) !== null;
}

describe('whatever happens', () => {
  test('no calls are accused over a carrier whose controls lack a quorum or lose too much', () => {
    alwaysOfServices(({ calls: { state, rule } }, moment) => {
      return !accuses(state) || isFair(moment, rule.startsWith('calls.relay-silent') ? 'udp' : 'tcp');
    });
  });

  test('nor are messages', () => {
    alwaysOfServices(({ messages }, moment) => !accuses(messages.state) || isFair(moment, 'tcp'));
  });

  test('nobody is accused without a failure, in this round, of an endpoint whose silence counts', () => {
    alwaysOfServices(({ calls, messages, evidence }) => {
      const failed = (role: string) =>
        evidence.some((one) => one.role === role && one.vote === 'counted' && isHint(one));
      return (
        (!accuses(messages.state) || failed('signalling')) &&
        (calls.state !== 'likely-blocked' || failed('media')) &&
        (!accuses(calls.state) || failed('signalling') || failed('media'))
      );
    });
  });

  test('nobody is clear without a relay that answered in this round', () => {
    alwaysOfServices(({ calls, evidence }) => {
      return (
        calls.state !== 'clear' || evidence.some(({ role, observation }) => role === 'media' && answered(observation))
      );
    });
  });

  test('nor without signalling that did or, where the round spared it the question, did on this network in the last six hours', () => {
    alwaysOfServices(({ id, calls, evidence }, { assessment: { memory, network }, round }) => {
      const signalling = evidence.filter(({ role }) => role === 'signalling');
      const walk = memory.networks[network.key ?? UNIDENTIFIED]?.walks[`${id}/signalling`];
      const lately =
        signalling.every(({ observation }) => observation === undefined) &&
        walk?.recent.at(-1) === 'answered' &&
        round.at - walk.at <= 6 * HOUR;
      return calls.state !== 'clear' || lately || signalling.some(({ observation }) => answered(observation));
    });
  });

  test('an outage is never a block, but for one that is more than four days older', () => {
    alwaysOfServices(({ id, calls, messages, blockedSince }, { assessment: { memory, network }, round }) => {
      const now = memory.networks[network.key ?? UNIDENTIFIED]?.lastRoundAt ?? 0;
      const isOld = blockedSince !== undefined && now - blockedSince > 4 * DAY;
      return !round.outages.has(id) || isOld || !(accuses(calls.state) || accuses(messages.state));
    });
  });

  test('what is blocked has a date, and no later one than its state', () => {
    alwaysOfServices(({ calls, messages, blockedSince = Number.POSITIVE_INFINITY }) => {
      const isBlocked = ({ state }: { readonly state: string }) => ['likely-blocked', 'unreachable'].includes(state);
      const judged = messages.state === 'likely-blocked' ? messages : calls;
      return !isBlocked(judged) || blockedSince <= judged.since;
    });
  });

  test('the network is clear only where a service is, and none is blocked, suspected, poor or undecided', () => {
    /** Undecided on an open network too. */
    const undecidable = ['calls.signalling-untestable', 'calls.nothing-testable'];
    always(({ assessment: { network, services } }) => {
      const states = services.map(({ calls }) => (undecidable.includes(calls.rule) ? 'untestable' : calls.state));
      return (
        network.state !== 'clear' ||
        (states.includes('clear') && !states.some((s) => accuses(s) || s === 'impaired' || s === 'insufficient'))
      );
    });
  });

  test('no more rounds fail than took part, and no verdict is from the future', () => {
    always(({ assessment: { network, services, memory } }) => {
      const now = memory.networks[network.key ?? UNIDENTIFIED]?.lastRoundAt ?? 0;
      const judgements = [network, ...services.flatMap(({ calls, messages }) => [calls, messages])];
      return judgements.every(({ failing, rounds, since }) => failing <= rounds && since <= now);
    });
  });

  test('of services only failures are explained', () => {
    alwaysOfServices(({ calls, messages }) => {
      const explains = ({ state, mechanism }: { readonly state: string; readonly mechanism?: string }) =>
        mechanism === undefined || accuses(state) || state === 'impaired';
      return explains(calls) && explains(messages);
    });
  });

  test('every number that is remembered is one', () => {
    always(({ assessment: { memory } }) => JSON.stringify(readMemory(memory)) === JSON.stringify(memory), 100);
  });
});

describe('an assessment', () => {
  const next: Chapter = { after: HOUR };

  test('depends on nothing but its input, and leaves that as it was', () => {
    fc.assert(
      fc.property(randomStory, (story) => {
        const memory = deepFreeze(tell(story).at(-1)?.memory ?? EMPTY_MEMORY);
        const round = deepFreeze(roundOf(story.at(-1) ?? next, MORNING + HOUR));
        const judge = () => assess(round, deepFreeze(SERVICES), deepFreeze(CONTROLS), memory);
        expect(judge()).toEqual(judge());
      }),
    );
  });

  test('is the same from memory that was written down and read again', () => {
    fc.assert(
      fc.property(randomStory, randomStory, (past, future) => {
        const memory = tell(past).at(-1)?.memory ?? EMPTY_MEMORY;
        const read = readMemory(JSON.parse(JSON.stringify(memory)));
        const from = MORNING + 8 * HOUR;
        expect(tell(future, { memory: read, from })).toEqual(tell(future, { memory, from }));
      }),
    );
  });

  test('of one network is the same whatever was seen on another, but for the votes earned there', () => {
    fc.assert(
      fc.property(randomStory, randomStory, (abroad, here) => {
        const elsewhere = tell(abroad.map((chapter) => ({ ...chapter, network: 'abroad' }))).at(-1)?.memory;
        const { answered, networks } = elsewhere ?? EMPTY_MEMORY;
        const story = here.map((chapter) => ({ ...chapter, network: 'home' }));
        const foreign = Object.entries(networks).filter(([key]) => key === 'abroad');
        const knowing: Memory = { ...EMPTY_MEMORY, answered, networks: Object.fromEntries(foreign) };
        const ignorant: Memory = { ...EMPTY_MEMORY, answered };
        const verdicts = (memory: Memory) =>
          tell(story, { memory, from: MORNING + 8 * HOUR }).map(({ memory: _, ...verdict }) => verdict);
        expect(verdicts(knowing)).toEqual(verdicts(ignorant));
      }),
    );
  });

  test('leaves what is remembered of another network untouched', () => {
    fc.assert(
      fc.property(randomStory, (story) => {
        const abroad = tell([{ network: 'abroad' }], { from: MORNING - 5 * DAY }).at(-1)?.memory ?? EMPTY_MEMORY;
        const last = tell(story, { memory: abroad, from: MORNING + HOUR }).at(-1);
        expect(last?.memory.networks.abroad).toBe(abroad.networks.abroad);
      }),
    );
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of value instanceof Map ? value.values() : Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
