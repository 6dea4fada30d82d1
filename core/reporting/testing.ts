import { MORNING } from '../verdict/testing.ts';
import type { Report, Where } from './report.ts';

/** On which network a round was made, when nobody can tell. Used by tests only. */
export const NOWHERE: Where = { operator: null, asn: null, country: null, access: null };

/** A report of a round in which WhatsApp's calls were blocked. Used by tests only. */
export const aReport = (change: Partial<Report> = {}): Report => ({
  at: MORNING,
  where: { operator: 'Maroc Telecom', asn: 36903, country: 'MA', access: 'cellular' },
  network: 'some-blocked',
  services: [
    { id: 'whatsapp', calls: 'likely-blocked', messages: 'reachable' },
    { id: 'signal', calls: 'clear', messages: 'reachable' },
  ],
  durationMs: 412,
  roundTripMs: 41,
  controls: [
    { kind: 'stun', asked: 6, answered: 5 },
    { kind: 'https', asked: 4, answered: 4 },
  ],
  ...change,
});
