import { addressText, readAddress, suggestedName } from './addresses.ts';
import { type Credentials, readCredentials } from './credentials.ts';
import { type Literal, readLiteral } from './literal.ts';
import { isProblem, type Problem, problem } from './problems.ts';
import type { OwnAddress } from './server.ts';

/** A server as it is typed or pasted, before it is kept. */
export interface Draft {
  /** Suggested: the first host. */
  readonly name: string;
  readonly addresses: readonly OwnAddress[];
  readonly credentials: Credentials | null;
}

export const MAX_ADDRESSES = 12;
const MAX_TEXT = 16_384;

/**
 * Reads what people paste: addresses, one a line, or a list of ICE servers as documentation and services give it (`RTCIceServer`, an array
 * of them, `{iceServers: […]}`, JavaScript around it, Matrix's `/voip/turnServer`). All of it is read or none: half a server would be tested as
 * if it were a whole one.
 */
export function readPasted(
  text: string,
  now: number,
): { readonly draft: Draft } | { readonly problems: readonly Problem[] } {
  if (text.length > MAX_TEXT) return { problems: [problem('text-too-long')] };
  const literal = readLiteral(text);
  if (literal === 'broken') return { problems: [problem('json')] };
  const entries = literal === 'plain' ? [fromLines(text)] : literal.flatMap(entriesIn);

  const read = entries.flatMap(({ urls }) => urls).map(readAddress);
  const addresses = unique(read.filter((one): one is OwnAddress => !isProblem(one)));
  const credentials = credentialsOf(entries.filter(isRelay), now);
  const problems = read.filter(isProblem);
  if (read.length === 0) problems.push(problem(literal === 'plain' ? 'empty' : 'no-addresses'));
  if (addresses.length > MAX_ADDRESSES) problems.push(problem('too-many', String(addresses.length)));
  if (credentials && isProblem(credentials)) problems.push(credentials);
  else if (problems.length === 0) return { draft: { name: suggestedName(addresses), addresses, credentials } };
  return { problems: problems.slice(0, MAX_PROBLEMS) };
}

/** Enough to mend a text by; a page of prose has one a line. */
const MAX_PROBLEMS = 12;

const unique = (addresses: readonly OwnAddress[]): OwnAddress[] => [
  ...new Map(addresses.map((address) => [addressText(address), address])).values(),
];

/** An `RTCIceServer`, as far as it is one. */
interface Entry {
  readonly urls: readonly string[];
  readonly username?: Literal;
  readonly credential?: Literal;
  readonly credentialType?: Literal;
  /** Seconds. */
  readonly ttl?: Literal;
}

const isRelay = ({ urls }: Entry): boolean => urls.some((url) => /^\s*turns?:/i.test(url));

/** Wherever in it they stand: `{iceServers: […]}`, a Matrix or Twilio answer, or an array. */
function entriesIn(value: Literal): Entry[] {
  if (typeof value === 'string') return [{ urls: [value] }];
  if (typeof value !== 'object' || value === null) return [];
  if (isList(value)) return value.flatMap(entriesIn);
  const { urls = value.url ?? value.uris, username, credential = value.password, credentialType, ttl } = value;
  if (urls === undefined)
    return Object.values(value).flatMap((inner) => (typeof inner === 'object' ? entriesIn(inner) : []));
  const list = isList(urls) ? urls : [urls];
  return [{ urls: list.filter((url) => typeof url === 'string'), username, credential, credentialType, ttl }];
}

const isList = (value: Literal): value is readonly Literal[] => Array.isArray(value);

/** One or more addresses a line, and `username: …` and `password: …` as providers write them in their letters. */
function fromLines(text: string): Entry {
  const lines = text.split(/[\r\n]+/);
  const labelled = (label: RegExp) =>
    lines
      .findLast((line) => label.test(line))
      ?.replace(label, '')
      .trim();
  return {
    urls: lines
      .filter((line) => !USERNAME.test(line) && !PASSWORD.test(line))
      .flatMap((line) => line.split(','))
      .map((piece) => piece.replace(MARK, '').replaceAll(QUOTES, ''))
      .filter((piece) => /[^\p{C}\p{Z}]/u.test(piece)),
    username: labelled(USERNAME),
    credential: labelled(PASSWORD),
  };
}

const USERNAME = /^\s*user(name)?\s*[:=]/i;
const PASSWORD = /^\s*(password|credential)\s*[:=]/i;
const MARK = /^\s*([-*•·–]|\d+[.)])\s+/;
const QUOTES = /^\s*["'`<]+|["'`>;]+\s*$/g;

type Password = Extract<Credentials, { kind: 'password' }>;

/** One server has one set of credentials. */
function credentialsOf(relays: readonly Entry[], now: number): Credentials | Problem | null {
  let first: Password | null = null;
  for (const { username, credential, credentialType = 'password', ttl } of relays) {
    if (isNothing(username) && isNothing(credential)) continue;
    if (isNothing(username) || isNothing(credential)) return problem('half-credentials');
    const read = readCredentials({ kind: 'password', username, password: credential });
    if (read?.kind !== 'password' || credentialType !== 'password') return problem('credentials');
    if (first && !isSame(first, read)) return problem('two-sets', read.username);
    const expiresAt = expiryOf(read.username, ttl, now);
    first ??= { ...read, ...(expiresAt !== undefined && { expiresAt }) };
  }
  return first;
}

const isNothing = (value: Literal): boolean => value === undefined || value === null || value === '';

const isSame = (a: Password, b: Password): boolean => a.username === b.username && a.password === b.password;

const YEAR_MS = 366 * 86_400_000;

/** By its user name (`<unix time>:<user>`, in coturn also the other way round), or by its seconds to live. A name of other digits is only a name. */
function expiryOf(username: string, ttl: Literal, now: number): number | undefined {
  const [, before, after] = /^(\d{10})(?::|$)|:(\d{10})$/.exec(username) ?? [];
  const at = Number(before ?? after ?? Number.NaN) * 1000;
  if (Math.abs(at - now) < YEAR_MS) return at;
  const left = typeof ttl === 'string' || typeof ttl === 'number' ? Number(ttl) : 0;
  return left > 0 && Number.isFinite(left) ? now + left * 1000 : undefined;
}
