import { RESOLVER } from '../addresses.ts';
import type { Fault, Rule } from './fault.ts';
import { addresses, relayPorts, type Target } from './targets.ts';

/** What middleboxes do to packets. All of it happens in the router, where a drop is silence; the client's own kernel knows nothing. */

/** To the target (everybody when none is given), in the direction of the question. */
export const to = (target: Target | undefined): string => (target ? `ip daddr ${addresses(target)} ` : '');
export const whom = (target: Target | undefined): string => target?.says ?? 'everybody';
const DNS = `ip daddr ${RESOLVER} meta l4proto { tcp, udp } th dport 53`;
export const fault = (says: string, ...forward: Rule[]): Fault => ({ says, forward });

/** Silence over UDP for the target only. */
export const dropUdp = (target: Target): Fault =>
  fault(`UDP to ${target.says} is dropped`, { match: `iifname lan0 ${to(target)}meta l4proto udp`, action: 'drop' });

/** No UDP for anybody, as office firewalls do; names are still answered. */
export const dropAllUdp = (): Fault =>
  fault('all UDP but DNS is dropped', {
    match: `iifname lan0 meta l4proto udp ip daddr . udp dport != { ${RESOLVER} . 53 }`,
    action: 'drop',
  });

/** The question arrives, the answer does not. */
export const dropUdpAnswers = (target: Target): Fault =>
  fault(`UDP from ${target.says} is dropped`, {
    match: `oifname lan0 ip saddr ${addresses(target)} meta l4proto udp`,
    action: 'drop',
  });

/** Connections are never answered. */
export const dropTcp = (target: Target): Fault =>
  fault(`TCP to ${target.says} is dropped`, { match: `iifname lan0 ${to(target)}meta l4proto tcp`, action: 'drop' });

/** Every packet to the target is dropped. */
export const silence = (target: Target): Fault =>
  fault(`${target.says} cannot be reached`, { match: `iifname lan0 ${to(target)}`, action: 'drop' });

/** Relay ports only, over UDP, TCP and TLS; a web server on the same address is left alone unless it shares the port. */
export const silenceRelays = (target: Target): Fault => silencePorts(target, ...relayPorts(target));

/** Some ports of the target, over UDP and TCP. */
export const silencePorts = (target: Target, ...ports: readonly number[]): Fault =>
  fault(`${target.says}: silent at ${ports.join(', ')}`, {
    match: `iifname lan0 ${to(target)}meta l4proto { tcp, udp } th dport { ${ports.join(', ')} }`,
    action: 'drop',
  });

/** The first packet of a connection is answered with a reset. */
export const resetTcp = (target: Target): Fault =>
  fault(`TCP to ${target.says} is reset`, {
    match: `iifname lan0 ${to(target)}meta l4proto tcp`,
    action: 'reject with tcp reset',
  });

/**
 * The connection comes up, and the TLS greeting meets a reset. A filter on the name itself would be leaky: browsers' greetings span
 * two segments, and the name may straddle them. Every host has its own address here, so the address says whose greeting it is.
 */
export const resetSni = (target: Target): Fault =>
  fault(`TLS to ${target.says} is reset`, { match: greetingTo(target), action: 'reject with tcp reset' });

export const dropSni = (target: Target): Fault =>
  fault(`TLS greetings to ${target.says} are dropped`, { match: greetingTo(target), action: 'drop' });

/** TLS record type 22 (handshake) with message type 1 (ClientHello). */
export const greetingTo = (target: Target) => `iifname lan0 ${to(target)}meta l4proto tcp @ih,0,8 0x16 @ih,40,8 0x01`;

/** The client's greeting passes, and the server's does not. */
export const dropServerHello = (target: Target): Fault =>
  fault(`TLS greetings from ${target.says} are dropped`, {
    match: `oifname lan0 ip saddr ${addresses(target)} meta l4proto tcp @ih,0,8 0x16`,
    action: 'drop',
  });

type IcmpType = 'admin-prohibited' | 'host-unreachable' | 'port-unreachable';

/** The router says that it may not pass the packet on. */
export const rejectIcmp = (target: Target, type: IcmpType = 'admin-prohibited'): Fault =>
  fault(`${target.says}: the router answers ${type}`, {
    match: `iifname lan0 ${to(target)}`,
    action: `reject with icmp type ${type}`,
  });

/** The same for UDP alone. */
export const rejectUdp = (target: Target, type: IcmpType = 'port-unreachable'): Fault =>
  fault(`UDP to ${target.says}: the router answers ${type}`, {
    match: `iifname lan0 ${to(target)}meta l4proto udp`,
    action: `reject with icmp type ${type}`,
  });

/** One port, for everybody. */
export const dropPort = (port: number, protocol: 'udp' | 'tcp' = 'udp'): Fault =>
  fault(`${protocol.toUpperCase()} to port ${port} is dropped`, {
    match: `iifname lan0 ${protocol} dport ${port}`,
    action: 'drop',
  });

/** Payloads of more bytes than this are dropped, each way: a STUN Binding is small, an answer of TURN or a DTLS certificate is not. */
export const dropLargeUdp = (target: Target, bytes: number): Fault =>
  fault(
    `UDP of more than ${bytes} bytes to and from ${target.says} is dropped`,
    { match: `iifname lan0 ${to(target)}udp length > ${bytes + 8}`, action: 'drop' },
    { match: `oifname lan0 ip saddr ${addresses(target)} udp length > ${bytes + 8}`, action: 'drop' },
  );

const METHODS = { Binding: '0x0001', Allocate: '0x0003' } as const;

/** STUN is known by its magic cookie (RFC 8489, section 5), whatever the port; its first two bytes say which request it is. */
export const dropStun = (target?: Target, method?: keyof typeof METHODS): Fault =>
  fault(`STUN${method ? ` ${method}` : ''} to ${whom(target)} is dropped`, {
    match: `iifname lan0 ${to(target)}meta l4proto udp @th,96,32 0x2112A442${method ? ` @th,64,16 ${METHODS[method]}` : ''}`,
    action: 'drop',
  });

/** A policer: what comes faster is dropped. Downstream, where it hurts. */
export const throttle = (target: Target, kilobytesPerSecond: number): Fault =>
  fault(`${target.says}: at most ${kilobytesPerSecond} kB/s`, {
    match: `oifname lan0 ip saddr ${addresses(target)} limit rate over ${kilobytesPerSecond} kbytes/second burst ${kilobytesPerSecond * 2} kbytes`,
    action: 'drop',
  });

/** Loses a share of the packets of one target only; a bad line for everybody is `line`. */
export const lose = (target: Target, percent: number): Fault =>
  fault(
    `${percent} % of the packets of ${target.says} are lost, each way`,
    { match: `iifname lan0 ${to(target)}numgen random mod 100 < ${percent}`, action: 'drop' },
    { match: `oifname lan0 ip saddr ${addresses(target)} numgen random mod 100 < ${percent}`, action: 'drop' },
  );

/** No way out at all. The router may keep silent or say so. */
export const noInternet = (how: 'silent' | 'unreachable' = 'silent'): Fault =>
  fault(`no internet behind the router (${how})`, {
    match: 'iifname lan0',
    action: how === 'silent' ? 'drop' : 'reject with icmp type net-unreachable',
  });

/** The resolver is out of reach. */
export const dropDns = (): Fault => fault('DNS is dropped', { match: `iifname lan0 ${DNS}`, action: 'drop' });
