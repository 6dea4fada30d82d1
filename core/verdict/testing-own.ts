import type { CallConclusion } from '../call/call.ts';
import { type OwnServer, toService } from '../own/server.ts';
import type { Chapter } from './testing.ts';

/** Servers of a person's own, for tests of the verdict. Used by tests only. */

const server = (digit: string, ...addresses: OwnServer['addresses']): OwnServer => ({
  id: `own-${digit.repeat(8)}`,
  name: `Server ${digit}`,
  addresses,
});

export const SIP = 'wss://pbx.example/ws';
export const RELAY = 'turn:relay.example:3478?transport=udp';
export const RELAY_TLS = 'turns:relay.example:443';
export const STUN = 'stun:relay.example:3478';
export const WEB = 'https://relay.example/';

/** A relay and nothing else. */
export const LONE = toService(server('1', { kind: 'turn', url: RELAY }));
/** A telephone exchange, and a relay on another host. */
export const PBX = toService(server('2', { kind: 'sip', url: SIP }, { kind: 'turn', url: RELAY }));
/** A relay at two addresses. */
export const TWO_WAYS = toService(server('3', { kind: 'turn', url: RELAY }, { kind: 'turn', url: RELAY_TLS }));
/** A web server and a relay on one host. */
export const ONE_HOST = toService(server('4', { kind: 'web', url: WEB }, { kind: 'turn', url: RELAY }));
/** A web page, no relay. */
export const PAGE = toService(server('5', { kind: 'web', url: WEB }));

/** A test call through `service` that ended like this, a quarter of a minute before the round at `at`. */
export const callAt = (
  at: number,
  { id }: { readonly id: string },
  conclusion: CallConclusion,
): Pick<Chapter, 'call'> => ({
  call: { service: id, summary: { at: at - 15_000, conclusion, transport: 'udp', mos: 4.2 } },
});
