import type { Fault, Rule } from './fault.ts';
import { fault, to, whom } from './filters.ts';
import type { Target } from './targets.ts';

/** What middleboxes do to calls through a relay (RFC 8656): the call comes up, and what it carries meets a filter. */

/** The first byte of a packet tells what it is (RFC 7983). */
const FIRST_BYTE = { stun: '0-3', dtls: '20-63', rtp: '128-191' } as const;
export type Inside = keyof typeof FIRST_BYTE;

/**
 * What the client sends to its peer by a relay: in ChannelData (section 12.4: first byte 64 to 79), or in a Send indication, whose address of an
 * IPv4 peer stands before the data, as both browsers write it. Firefox knows no channels, and Chromium sends its first packets without one. Over TCP a
 * segment begins with a message; in TLS nobody can tell.
 */
function relayed(inside: Inside, target: Target | undefined): string[] {
  const first = FIRST_BYTE[inside];
  const whole = `iifname lan0 ${to(target)}meta l4proto`;
  return [
    `${whole} udp @th,64,8 64-79 @th,96,8 ${first}`,
    `${whole} udp @th,64,16 0x0016 @th,96,32 0x2112A442 @th,352,8 ${first}`,
    `${whole} tcp @ih,0,8 64-79 @ih,32,8 ${first}`,
    `${whole} tcp @ih,0,16 0x0016 @ih,32,32 0x2112A442 @ih,288,8 ${first}`,
  ];
}

/** The relay lets both sides in, and one kind of packet between them is dropped: checks of ICE, the handshake of DTLS, or sound. */
export const cutMedia = (inside: Inside, target?: Target): Fault =>
  fault(
    `${inside} inside relayed calls to ${whom(target)} is dropped`,
    ...relayed(inside, target).map((match): Rule => ({ match, action: 'drop' })),
  );

/** Sound passes for so long, counted for each call from its first packet, and then no more. */
export const cutSoundAfter = (seconds: number, target?: Target): Fault => {
  const call = 'ip daddr . th sport';
  return fault(
    `sound inside relayed calls to ${whom(target)} is dropped after ${seconds} s`,
    ...relayed('rtp', target).flatMap((match): Rule[] => [
      {
        match: `${match} ${call} != @begun`,
        action: `add @begun { ${call} } add @audible { ${call} timeout ${seconds}s }`,
      },
      { match: `${match} ${call} != @audible`, action: 'drop' },
    ]),
  );
};
