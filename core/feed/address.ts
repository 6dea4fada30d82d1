import { hostOf, portOf, schemeOf } from '../catalogue/endpoint.ts';
import { addressKind } from '../network/address.ts';
import { parseLiteral } from '../network/literal.ts';
import { iceTakes, webTakes } from '../own/ports.ts';

/** What a feed may have contacted: public servers, written in the one way that a browser writes them. */

/** Names that are resolved in a network of one's own, if at all (RFC 6761, 6762, 8375, 9476; ICANN's .internal, and names of routers). */
const LOCAL =
  /(^|\.)(local|localhost|localdomain|internal|intranet|private|corp|home|lan|ip|arpa|alt|onion|test|invalid)$/;

const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** A name under a public domain, or a public IPv4 address. No edition has needed an IPv6 literal. */
export function isPublicHost(host: string): boolean {
  const literal = parseLiteral(host);
  // `010.0.0.1` is another address to a browser.
  if (literal) return literal.family === 4 && literal.octets.join('.') === host && addressKind(host) === 'public';
  const labels = host.split('.');
  // A browser takes `0x7f.1`, which ends in a number, for an address.
  return (
    host.length <= 253 &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    /^[a-z]/.test(labels.at(-1) ?? '') &&
    !LOCAL.test(host)
  );
}

/** An address that has the form of `EndpointUrl` already. */
export function isPublicAddress(address: string): boolean {
  if (!/^[\x21-\x7e]{1,300}$/.test(address) || !isPublicHost(hostOf(address))) return false;
  if (/^(stun|turns?)$/.test(schemeOf(address))) return isPort(portOf(address)) && iceTakes(Number(portOf(address)));
  // Only what a browser writes in the same way leads where it seems to.
  if (!URL.canParse(address) || new URL(address).href !== address) return false;
  const { hostname, port, hash } = new URL(address);
  return hostname === hostOf(address) && hash === '' && (port === '' || isPort(port)) && webTakes(Number(port));
}

const isPort = (text: string): boolean => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65535;
