import type { Endpoint } from '../catalogue/runtime.ts';
import { EMPTY_MEMORY } from '../evidence/memory.ts';
import { type RoleOutcome, roleOutcome } from './roles.ts';
import type { Round } from './round.ts';
import { endpoint, MORNING, observe, type Seen } from './testing.ts';
import { counts, voter } from './vote.ts';

/** One role of one service in one round, told by address. Used by tests only. */

export const TURN = 'turn:a.example:3478?transport=udp';
export const OTHER = 'turn:b.example:3478?transport=udp';
export const STUN = 'stun:a.example:3478';
export const ELSEWHERE = 'stun:c.example:3478';
export const TLS = 'turns:a.example:443';
export const LITERAL = 'stun:198.51.100.7:1400';
export const WEB = 'https://web.example/';
export const FRONT = 'https://front.example/';
const CONTROL = 'stun:control.example:3478';

/** How each address fared. */
type Fared = Readonly<Record<string, Exclude<Seen, 'unasked'>>>;

export interface Case {
  readonly fared: Fared;
  readonly role: readonly Endpoint[];
  readonly earned?: readonly string[];
  /** A control answered and saw us over IPv4; true unless told. */
  readonly overIPv4?: boolean;
  /** A control answered a STUN binding; true unless told. Without it, a relay over IPv4 tells of IPv4. */
  readonly bindings?: boolean;
}

export function outcome({ fared, role, earned = [], overIPv4 = true, bindings = true }: Case): RoleOutcome {
  const seen = Object.entries(fared).map(([url, seen]) => [url, observe(url, seen)] as const);
  const seenFrom = { family: overIPv4 ? (4 as const) : (6 as const), fingerprint: 'home' };
  const control = [
    CONTROL,
    { ...observe(CONTROL, 'answered'), ...(bindings ? {} : { probe: 'turn' as const }), seenFrom },
  ] as const;
  const round: Round = { at: MORNING, observations: new Map([control, ...seen]), online: true, outages: new Set() };
  const answered = Object.fromEntries(earned.map((url) => [url, MORNING]));
  const voteOf = voter(round, { ...EMPTY_MEMORY, answered });
  return roleOutcome(role, round, (endpoint) => counts(voteOf(endpoint)));
}
export const media = (...urls: readonly string[]): Endpoint[] => urls.map((url) => endpoint('media', url));
export const documented = (...urls: readonly string[]): Endpoint[] =>
  urls.map((url) => endpoint('media', url, 'verified'));
export const signalling = (...urls: readonly string[]): Endpoint[] =>
  urls.map((url) => endpoint('signalling', url, ...(url === FRONT ? (['refuses-browsers'] as const) : [])));
