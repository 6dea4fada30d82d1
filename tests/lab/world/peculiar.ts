import { plan, type WebEndpoint } from './plan.ts';

/**
 * Some healthy hosts do not answer a browser as a web site does. The catalogue says so in words; here they become behaviour, so that
 * the lab is not kinder to the product than the world is.
 */
export type Manner =
  /** A certificate of its own authority, which browsers do not trust. */
  | 'private-authority'
  /** Speaks its own protocol, and hangs up on a TLS greeting. */
  | 'not-tls'
  /** Completes TLS, and hangs up on an HTTP request. */
  | 'not-http';

const MANNERS: readonly (readonly [RegExp, Manner])[] = [
  [/private CA|self-signed/, 'private-authority'],
  [/^a TLS (or empty-response )?error/, 'not-tls'],
  [/^an empty or invalid HTTP response/, 'not-http'],
];

export const mannerOf = ({ expect }: WebEndpoint): Manner | undefined =>
  MANNERS.find(([words]) => words.test(expect))?.[1];

export function mannersByHost(): ReadonlyMap<string, Manner> {
  return new Map(
    plan().web.flatMap((endpoint) => {
      const manner = mannerOf(endpoint);
      return manner ? [[endpoint.host, manner] as const] : [];
    }),
  );
}
