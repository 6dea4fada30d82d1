/**
 * Some healthy hosts do not answer as a web site does. The catalogue says so in words (`expect`); here they become kinds, by which the
 * health run knows a sign of life, and the lab behaves.
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

export const mannerOf = (expect: string): Manner | undefined => MANNERS.find(([words]) => words.test(expect))?.[1];
