import { schemeOf, transportOf } from '../core/catalogue/endpoint.ts';
import type { Control, Endpoint, Service } from '../core/catalogue/runtime.ts';
import type { HasVote } from '../core/verdict/roles.ts';

/** What one round asks, and in which order. */
export interface Plan {
  /** Asked first: nothing can be judged without them. */
  readonly controls: readonly Control[];
  /** Controls that are asked only where one of its kind among those gives no answer. */
  readonly reserve: readonly Control[];
  readonly roles: readonly RolePlan[];
}

/** One role of one service. A tier is asked only when the one before it gave no answer. */
export interface RolePlan {
  readonly name: string;
  readonly service: string;
  readonly tiers: readonly (readonly string[])[];
  /** Relays whose silence would count: an answer of a mere binding does not make them superfluous. */
  readonly relaysWithVote: ReadonlySet<string>;
}

/**
 * `full` asks every HTTPS and UDP endpoint at once: the quickest answer, and every endpoint that answers earns its vote.
 * `light` starts with one or two of each, and passes over web hosts of which enough is known: what a background round on a healthy
 * network costs. A TLS handshake is 5 kB, a STUN question and its answer 150 bytes.
 */
export type Thoroughness = 'full' | 'light';

export interface Known {
  /** Controls that have answered this installation: a light round starts with these, … */
  readonly earned: (url: string) => boolean;
  /** … and with endpoints whose silence would count. */
  readonly hasVote: HasVote;
  /** Roles that answered on this network not long ago, by name: a light round asks only its share of them. */
  readonly settled: (role: string) => boolean;
  /** The number of the round: light rounds take turns. */
  readonly turn: number;
}

/** A light round asks one in so many of the web hosts that are settled … */
const SHARES = 3;
/** … and so many HTTPS controls, as long as all of them answer. */
const LIGHT_CONTROLS = 3;

export function plan(
  services: readonly Service[],
  controls: readonly Control[],
  thoroughness: Thoroughness,
  { earned, hasVote, settled, turn }: Known,
): Plan {
  const isLight = thoroughness === 'light';
  const web = controls.filter(({ kind }) => kind === 'https');
  const trusted = rotate(
    web.filter(({ url }) => earned(url)),
    turn,
  );
  const reserve = isLight ? [...new Set([...trusted, ...web])].slice(LIGHT_CONTROLS) : [];
  const roles = services
    .filter(({ retired }) => !retired)
    .flatMap(({ id, endpoints }, index): RolePlan[] => {
      const tiersOf = (role: Endpoint['role'], first: number): string[][] => {
        const list = endpoints.filter((endpoint) => endpoint.role === role);
        const trusted = rotate(list.filter(hasVote), turn);
        // First a relay whose silence would count: a mere binding's answer must not undo what it showed.
        const relays = trusted.filter(({ url }) => schemeOf(url) === 'turn' && transportOf(url) === 'udp').slice(0, 1);
        const urls = [...new Set([...relays, ...trusted, ...list])].map(({ url }) => url);
        const sip = new Set(list.flatMap(({ url, asks }) => (asks === 'sip' ? url : [])));
        const direct = urls.filter((url) => sip.has(url) || cheap(url));
        const costly = urls.filter((url) => !direct.includes(url));
        return (isLight ? [direct.slice(0, first), direct.slice(first), costly] : [direct, costly]).filter(
          (tier) => tier.length > 0,
        );
      };
      const signalling = endpoints.filter(({ role }) => role === 'signalling');
      const isSpared =
        isLight &&
        (signalling.every(({ refusesBrowsers }) => refusesBrowsers) ||
          (settled(`${id}/signalling`) && (index + turn) % SHARES !== 0));
      const relaysWithVote = endpoints.filter(
        (endpoint) =>
          endpoint.role === 'media' &&
          schemeOf(endpoint.url) !== 'stun' &&
          transportOf(endpoint.url) === 'udp' &&
          hasVote(endpoint),
      );
      return [
        ...(isSpared ? [] : [{ role: 'signalling' as const, first: 1 }]),
        { role: 'media' as const, first: 2 },
        // Shown in the evidence, decides nothing: only when the person looks.
        ...(isLight ? [] : [{ role: 'call-setup' as const, first: 1 }]),
      ]
        .map(({ role, first }) => ({
          name: `${id}/${role}`,
          service: id,
          tiers: tiersOf(role, first),
          relaysWithVote: new Set(role === 'media' ? relaysWithVote.map(({ url }) => url) : []),
        }))
        .filter(({ tiers }) => tiers.length > 0);
    });
  return { controls: controls.filter((control) => !reserve.includes(control)), reserve, roles };
}

/** Asked in the first place: web hosts for signalling, UDP for media. WebSockets say little unless they are asked by SIP, relays over TCP cost a handshake each. */
const cheap = (url: string): boolean =>
  /^(stun|turns?):/.test(url) ? transportOf(url) === 'udp' : schemeOf(url) !== 'wss';

function rotate<T>(list: readonly T[], turn: number): T[] {
  const by = list.length === 0 ? 0 : turn % list.length;
  return [...list.slice(by), ...list.slice(0, by)];
}
