import { twin, twins } from '../addresses.ts';
import type { Rule } from '../faults/fault.ts';

const ADDRESS = /\d+\.\d+\.\d+\.\d+(?:\/\d+)?/;
const ERRORS: Readonly<Record<string, string>> = {
  'net-unreachable': 'no-route',
  'host-unreachable': 'addr-unreachable',
};

/** A rule that is written for IPv4, for the twins of its addresses. */
export const toIpv6 = ({ match, action }: Rule): Rule => ({ match: translate(match), action: translate(action) });

const translate = (text: string): string =>
  text
    .replace(new RegExp(`dnat to (${ADDRESS.source})(:\\d+)?`), (_, address: string, port = '') =>
      port ? `dnat to [${twin(address)}]${port}` : `dnat to ${twin(address)}`,
    )
    .replace(/icmp type (\S+)/, (_, type: string) => `icmpv6 type ${ERRORS[type] ?? type}`)
    .replace(/\bip (daddr|saddr|length)/g, 'ip6 $1')
    .replace(/{[^}]*}/g, (set) => `{ ${set.slice(1, -1).split(',').flatMap(inSet).join(', ')} }`)
    .replace(
      new RegExp(`(addr (?:!= )?)(${ADDRESS.source})`, 'g'),
      (_, before: string, address: string) => `${before}{ ${twins(address).join(', ')} }`,
    );

const inSet = (element: string): string[] => {
  const address = ADDRESS.exec(element)?.[0];
  return address ? twins(address).map((own) => element.trim().replace(address, own)) : [element.trim()];
};
