import type { Observation } from '../evidence/observation.ts';
import type { Snapshot } from '../verdict/snapshot.ts';
import { type DayRecord, dayOf, type RawRecord, type RoundRecord, type StoredObservation } from './records.ts';

/** From what a check concluded to the records that are kept of it. */

/** Longer codes are cut; none of ours is. */
const MAX_CODE = 120;

export function roundOf(snapshot: Snapshot, network: string): RoundRecord {
  const { takenAt: at, durationMs, explained, services, controls: _, controlObservations } = snapshot;
  return {
    network,
    at,
    durationMs,
    explained,
    state: snapshot.network.state,
    ...median(
      'roundTripMs',
      controlObservations.filter(({ probe }) => probe === 'stun'),
    ),
    services: Object.fromEntries(
      services.map(({ id, calls, messages, evidence }) => {
        const mechanism = calls.mechanism ?? messages.mechanism;
        const relays = evidence.filter(({ role }) => role === 'media').flatMap(({ observation }) => observation ?? []);
        return [
          id,
          {
            calls: calls.state,
            messages: messages.state,
            ...(mechanism && { mechanism }),
            ...median('relayMs', relays),
          },
        ];
      }),
    ),
  };
}

/** The time of the middle one of those that answered. */
function median<Name extends string>(
  name: Name,
  observations: readonly Observation[],
): { readonly [N in Name]?: number } {
  const times = observations
    .flatMap(({ outcome, durationMs }) => (outcome === 'answered' ? [durationMs] : []))
    .sort((a, b) => a - b);
  const middle = times[times.length >> 1];
  return (middle === undefined ? {} : { [name]: Math.round(middle) }) as { readonly [N in Name]?: number };
}

export function rawOf({ takenAt: at, services, controlObservations }: Snapshot, network: string): RawRecord {
  return {
    network,
    at,
    observations: [
      ...controlObservations.map((observation) => stored('control', observation)),
      ...services.flatMap(({ id, evidence }) =>
        evidence.flatMap(({ observation }) => (observation ? [stored(id, observation)] : [])),
      ),
    ],
  };
}

/** The fingerprint of the network stays out: the record names its network already. */
function stored(of: string, { seenFrom: _, code, ...observation }: Observation): StoredObservation {
  return { of, ...observation, ...(code !== undefined && { code: code.slice(0, MAX_CODE) }) };
}

/** The day's counts with one more round. */
export function counted(day: DayRecord | undefined, { network, at, state, services }: RoundRecord): DayRecord {
  const more = <States extends Readonly<Record<string, number>>>(counts: States | undefined, one: string): States =>
    ({ ...counts, [one]: (counts?.[one] ?? 0) + 1 }) as unknown as States;
  return {
    network,
    day: dayOf(at),
    rounds: (day?.rounds ?? 0) + 1,
    state: more(day?.state, state),
    services: {
      ...day?.services,
      ...Object.fromEntries(
        Object.entries(services).map(([id, { calls, messages }]) => [
          id,
          { calls: more(day?.services[id]?.calls, calls), messages: more(day?.services[id]?.messages, messages) },
        ]),
      ),
    },
  };
}
