import type { HintId } from './hints.ts';

/** Where packets leave, as a stored place has it. */
export interface NetworkExit {
  /** ISO 3166-1. */
  readonly country: string;
  readonly asn: number | null;
  /** It looked like a VPN: country and operator may be the VPN's. */
  readonly isTunnel: boolean;
  /** The web leaves another way than all else: whoever is asked over it would be told where this really is. */
  readonly isWebApart: boolean;
}

/** Signs of a way out that is not the operator's own. */
const TUNNELS: readonly HintId[] = ['carries-no-udp', 'hosting-exit', 'abroad', 'tunnel-names'];

/** The stored place may be damaged or of another version: what does not fit is not known. */
export function readExit(stored: unknown): NetworkExit | null {
  const { country, asn, hints } = Object(stored) as Readonly<Record<string, unknown>>;
  if (typeof country !== 'string' || !/^[A-Z]{2}$/.test(country)) return null;
  const has = (hint: HintId) => Array.isArray(hints) && hints.includes(hint);
  return {
    country,
    asn: Number.isInteger(asn) && Number(asn) > 0 ? Number(asn) : null,
    isTunnel: TUNNELS.some(has),
    isWebApart: has('proxy-web-only') && !has('several-exits'),
  };
}
