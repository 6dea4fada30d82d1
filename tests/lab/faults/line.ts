import { PROXY, RESOLVER } from '../addresses.ts';
import type { Line } from '../link/link.ts';
import type { Fault } from './fault.ts';
import { dropAllUdp, fault } from './filters.ts';

/** A line of this quality, for everybody. */
export const line = (quality: Line): Fault => ({
  says: `the line: ${Object.entries(quality)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}`,
  line: quality,
});

/** The cable is out: no interface, no address. */
export const unplugged = (): Fault => ({ says: 'the cable is unplugged', unplugged: true });

/**
 * An office that lets out nothing but what its HTTP proxy carries; its own resolver may still answer. Browsers are told of the proxy by the
 * phase's `browserWith: 'proxy'`.
 */
export const onlyProxy = (names: 'resolved' | 'unresolved' = 'resolved'): Fault =>
  fault(`only the HTTP proxy leads out (names: ${names})`, {
    match: `iifname lan0 ip daddr != ${names === 'resolved' ? `{ ${PROXY.address}, ${RESOLVER} }` : PROXY.address}`,
    action: 'drop',
  });

/** The way out is a VPN's tunnel, as far as the machine can tell. */
export const vpn = (): Fault => ({ says: 'a VPN', tunnel: true });
export const vpnWithoutUdp = (): Fault => ({ ...dropAllUdp(), says: 'a VPN that carries no UDP', tunnel: true });
