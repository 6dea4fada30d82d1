import type { Fault, Rule } from './fault.ts';
import { fault, greetingTo, to } from './filters.ts';
import { addresses, type Target } from './targets.ts';

/** What middleboxes do that remember a connection or a host, or wait until a connection stands. */

/** Every connection stalls for good once it has carried this many bytes, both ways together. */
export const stallTcp = (target: Target, bytes: number): Fault =>
  fault(
    `TCP with ${target.says} stalls after ${bytes} bytes`,
    { match: `iifname lan0 ${to(target)}meta l4proto tcp ct bytes > ${bytes}`, action: 'drop' },
    { match: `oifname lan0 ip saddr ${addresses(target)} meta l4proto tcp ct bytes > ${bytes}`, action: 'drop' },
  );

/**
 * TLS record type 23 at the start of a segment: the client's first request. The encrypted end of its handshake follows a
 * change-cipher-spec record (20) in a segment of 122 bytes at most, unless the request follows in the same one.
 */
const requestTo = (target: Target, action: string): Rule[] => [
  { match: `iifname lan0 ${to(target)}meta l4proto tcp @ih,0,8 0x17`, action },
  { match: `iifname lan0 ${to(target)}meta l4proto tcp ip length > 140 @ih,0,8 0x14`, action },
];

/** TLS comes up, and what is asked over it is never heard. */
export const silenceAfterTls = (target: Target): Fault =>
  fault(`data to ${target.says} is dropped once TLS is up`, ...requestTo(target, 'drop'));

/** TLS comes up, and the first request meets a reset. */
export const resetAfterTls = (target: Target): Fault =>
  fault(`data to ${target.says} is reset once TLS is up`, ...requestTo(target, 'reject with tcp reset'));

/** A TLS greeting is reset, and then every packet to that host is dropped for this long; another greeting begins it anew. */
export const blameFor = (target: Target, seconds: number): Fault =>
  fault(
    `a TLS greeting to ${target.says} silences the host for ${seconds} s`,
    { match: 'iifname lan0 ip daddr @blamed', action: 'drop' },
    { match: greetingTo(target), action: `update @blamed { ip daddr timeout ${seconds}s } reject with tcp reset` },
  );
