import type { Manner } from '../../../core/catalogue/manner.ts';
import { CLIENT_6, EXITS } from '../addresses.ts';
import { mannersByHost } from '../world/peculiar.ts';
import { plan } from '../world/plan.ts';

/** What an asker hears from a healthy endpoint on an open network. */

const WORDS: Readonly<Record<Manner, RegExp>> = {
  'private-authority': /^UNABLE_TO_VERIFY_LEAF_SIGNATURE$/,
  'not-tls': /^ECONNRESET$/,
  'not-http': /^ECONNRESET$/,
};

export function expectedOf(words: string): RegExp {
  const url = words.replace(/^ipv6:/, '');
  if (url.startsWith('dns:')) return /^[\da-f.:]+$/;
  if (url.startsWith('tls:')) return /^secured$/;
  if (url.startsWith('stun:')) return new RegExp(`^srflx ${url === words ? EXITS.home : CLIENT_6}$`);
  if (/^turns?:/.test(url)) return /^401$/;
  if (url.startsWith('wss:')) return /^101$/;
  const manner = mannersByHost().get(new URL(url).hostname);
  if (manner && !(manner === 'not-tls' && url.startsWith('http:'))) return WORDS[manner];
  const known = plan().web.find((endpoint) => endpoint.url === url);
  // Over plain HTTP, web sites send browsers to HTTPS.
  if (!known && url.startsWith('http:')) return /^301 https:/;
  const { expect = '', text = '' } = known ?? {};
  return new RegExp(`^${/^\d{3}/.exec(expect)?.[0] ?? '200'} ?${text}`);
}
