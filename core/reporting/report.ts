import type { Place } from '../history/place.ts';
import { isOwn } from '../own/server.ts';
import type { Snapshot } from '../verdict/snapshot.ts';
import type { CallState, MessageState, NetworkState } from '../vocabulary.ts';

/** On which network a round was made, as far as it is known. No address and no fingerprint of one. */
export type Where = Pick<Place, 'operator' | 'asn' | 'country' | 'access'>;

/** What is reported of one round: the states and the measure of the line, nothing that names an address or a server. */
export interface Report {
  /** When the round ended, ms since the epoch. */
  readonly at: number;
  readonly where: Where;
  readonly network: NetworkState;
  readonly services: readonly { readonly id: string; readonly calls: CallState; readonly messages: MessageState }[];
  readonly durationMs: number;
  /** The quickest answer of a STUN control. */
  readonly roundTripMs: number | null;
  readonly controls: readonly { readonly kind: string; readonly asked: number; readonly answered: number }[];
}

/** As the catalogue names services. Whatever else a service may be called is not reported. */
const NAME = /^[a-z0-9-]{1,40}$/;

export function reportOf(snapshot: Snapshot, { operator, asn, country, access }: Where): Report {
  const { takenAt, durationMs, network, services, controls, controlObservations } = snapshot;
  const times = controlObservations
    .filter(({ probe, outcome }) => probe === 'stun' && outcome === 'answered')
    .map((observation) => observation.durationMs);
  return {
    at: takenAt + durationMs,
    where: { operator, asn, country, access },
    network: network.state,
    services: services
      .filter(({ id }) => NAME.test(id) && !isOwn(id))
      .map(({ id, calls, messages }) => ({ id, calls: calls.state, messages: messages.state })),
    durationMs,
    roundTripMs: times.length > 0 ? Math.min(...times) : null,
    controls: controls.map(({ kind, asked, answered }) => ({ kind, asked, answered })),
  };
}
