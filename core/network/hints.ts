import type { Observation } from '../evidence/observation.ts';
import type { NetworkState } from '../vocabulary.ts';

/**
 * Signs of a VPN, a proxy or several ways out. Each is a hint, never a verdict: no rule of evidence looks at them.
 */
export const HINTS = [
  /** It looks like a VPN or proxy (see the other hints), and UDP comes back from nobody. */
  'carries-no-udp',
  /** The public address belongs to a hosting or VPN company. */
  'hosting-exit',
  /** The public address is registered in another country than those of the device's time zone. */
  'abroad',
  /** STUN servers saw different public networks at the same time: a split tunnel, or lines that share the load. */
  'several-exits',
  /** The web leaves by another operator, or TCP by another public network, than UDP: a proxy for the web, which calls pass by. */
  'proxy-web-only',
  /** Names lead to addresses that only a tunnel on this device hands out. */
  'tunnel-names',
] as const;
export type HintId = (typeof HINTS)[number];

export interface HintFacts {
  readonly state: NetworkState;
  readonly observations: readonly Observation[];
  /** Of the public address, from the table of networks; of the web's where UDP told none. */
  readonly hosting: boolean;
  readonly country: string | null;
  /** Countries of the device's time zone; null where the browser does not tell. */
  readonly homeCountries: readonly string[] | null;
  /** Web requests came from an address of another operator. False where it is not known. */
  readonly isWebApart: boolean;
}

/** What the network looks like; `carries-no-udp` comes first, with the hints that it rests on after it. */
export function networkHints({
  state,
  observations,
  hosting,
  country,
  homeCountries,
  isWebApart,
}: HintFacts): readonly HintId[] {
  const exits = exitsOf(observations, ({ probe, transport }) => probe === 'stun' && transport === 'udp');
  const overTcp = exitsOf(observations, ({ transport }) => transport !== 'udp');
  const shown = new Set<HintId>();
  if (hosting) shown.add('hosting-exit');
  if (country !== null && homeCountries !== null && homeCountries.length > 0 && !homeCountries.includes(country)) {
    shown.add('abroad');
  }
  if (observations.some(({ remote }) => remote === 'tunnel')) shown.add('tunnel-names');
  if (state === 'udp-blocked' && shown.size > 0) shown.add('carries-no-udp');
  for (const family of [4, 6] as const) {
    if (exits[family].size > 1) shown.add('several-exits');
    // Where no UDP answer told its way out there is nothing to compare with.
    if (exits[family].size > 0 && [...overTcp[family]].some((exit) => !exits[family].has(exit)))
      shown.add('proxy-web-only');
  }
  // Lines that share the load carry the web by any of them.
  if (isWebApart && !shown.has('several-exits')) shown.add('proxy-web-only');
  return HINTS.filter((hint) => shown.has(hint));
}

/** Public networks that servers saw this device come from. */
function exitsOf(observations: readonly Observation[], counts: (observation: Observation) => boolean) {
  const exits: Record<4 | 6, Set<string>> = { 4: new Set(), 6: new Set() };
  for (const observation of observations) {
    const { seenFrom } = observation;
    if (seenFrom !== undefined && counts(observation)) exits[seenFrom.family].add(seenFrom.fingerprint);
  }
  return exits;
}
