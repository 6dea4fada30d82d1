import type { Place } from '../core/history/place.ts';
import type { Judgement, Snapshot } from '../core/verdict/snapshot.ts';

/**
 * The snapshot with the history's beginnings: a doubtful round in the middle of a block begins the shown state anew, and the spell goes on.
 */
export function withSpells(snapshot: Snapshot | null, place: Place | null): Snapshot | null {
  if (!snapshot || !place) return snapshot;
  const since = <Kind extends Judgement<string>>(judgement: Kind, spell: string): Kind => {
    const from = place.blockedSince[spell];
    return from !== undefined && from < judgement.since && isDecided(judgement)
      ? { ...judgement, since: from }
      : judgement;
  };
  return {
    ...snapshot,
    network: since(snapshot.network, 'network/udp'),
    services: snapshot.services.map((service) => ({
      ...service,
      calls: since(service.calls, `${service.id}/calls`),
      messages: since(service.messages, `${service.id}/messages`),
    })),
  };
}

const isDecided = ({ state }: Judgement<string>): boolean => BLOCKED.includes(state);
const BLOCKED = ['likely-blocked', 'unreachable', 'udp-blocked'];
