import { IMPOSTOR } from '../addresses.ts';
import { type Forgery, impostorPort } from '../world/impostor.ts';
import type { Fault } from './fault.ts';
import { addresses, type Target } from './targets.ts';

/** Somebody else answers all UDP to the target, with the target's address: a STUN error, or what no STUN server says. */
export const impostorStun = (target: Target, answer: Forgery): Fault => ({
  says: `an impostor answers UDP to ${target.says} (${answer})`,
  divert: [
    {
      match: `iifname lan0 ip daddr ${addresses(target)} meta l4proto udp`,
      action: `dnat to ${IMPOSTOR}:${impostorPort(answer)}`,
    },
  ],
});
