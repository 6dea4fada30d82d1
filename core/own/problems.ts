/** What may be wrong with a server that somebody types or pastes. Its words are `servers.problem.<id>`. */
export const PROBLEMS = [
  /** Nothing but blanks. */
  'empty',
  /** More text than any list of servers has. `piece` is empty. */
  'text-too-long',
  /** More than twelve addresses. `piece` is their number. */
  'too-many',
  /** An address of more than 300 characters. */
  'address-too-long',

  /** A bare host name: it says where, and not what. Wanted: `turn:` before it, or `https://`, … */
  'no-kind',
  /** `ftp://…`, `mailto:…`, prose: nothing that can be asked. */
  'unknown-kind',
  /** `sip:somebody@host`, `sips:`, `tel:`: browsers speak SIP over WebSocket only, so the server's `wss://` address is wanted. */
  'sip-uri',
  /** `sip https://…`: SIP is asked over `wss://`. */
  'sip-needs-wss',
  /** `ws://` or `http://`: without TLS. */
  'insecure',
  /** `stuns:`: no browser can ask it. */
  'stuns',
  /** `turns:…?transport=udp`: TURN over DTLS, which no browser speaks. */
  'dtls',
  /** `stun://host`: these addresses are written without the slashes. */
  'slashes',

  /** Blanks, control or invisible characters, or a backslash inside an address. */
  'characters',
  /** No host, or one that cannot be: underscores, `%`, empty labels, half an IPv6 address, `0x7f.1`. */
  'host',
  /** No number, or not between 1 and 65535. */
  'port',
  /** A port that browsers refuse for this kind of address. */
  'port-refused',
  /** `stun:host:3478/path`: a STUN or TURN address has none. */
  'path',
  /** Something else after the `?` than TURN's `transport=udp` or `transport=tcp`. For `https://` and `wss://`: anything; it often holds a key. */
  'query',
  /** Something after a `#`. */
  'fragment',
  /** `turn:user:password@host`, `https://user:password@host`: they belong into their own fields. */
  'credentials-inside',

  /** It begins like a list of ICE servers in JSON or JavaScript, and is not one. `piece` is empty: it may hold a password. */
  'json',
  /** A readable list that holds no address. */
  'no-addresses',
  /** Two sets of credentials for relays: add them as two servers. `piece` is the second user name. */
  'two-sets',
  /** A user name without a password, or the other way round. */
  'half-credentials',
  /** Credentials that are neither: OAuth tokens, objects, empty, or longer than TURN takes. */
  'credentials',

  /** Empty, or more than sixty characters. */
  'name',
  /** There are twenty servers. */
  'full',
  /** A SIP or TURN address that another server has. `piece` is that server's name. */
  'taken',
  /** The server was removed in the meantime, by another page. */
  'gone',
  /** The browser could not keep the credentials: a private window, or a full disk. Nothing was saved. */
  'not-kept',
] as const;
export type ProblemId = (typeof PROBLEMS)[number];

export interface Problem {
  readonly id: ProblemId;
  /** What it is about, at most sixty characters, to be shown as text; never a password. */
  readonly piece: string;
}

const PIECE = 60;

export const problem = (id: ProblemId, piece = ''): Problem => {
  const characters = [...piece.replaceAll(/\p{C}+/gu, ' ').trim()];
  return {
    id,
    piece: characters.length > PIECE ? `${characters.slice(0, PIECE - 1).join('')}…` : characters.join(''),
  };
};

/** Of anything that is returned in a problem's place. */
export const isProblem = (value: object): value is Problem => 'piece' in value;
