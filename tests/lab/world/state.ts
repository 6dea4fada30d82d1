import type { Twin } from '../addresses.ts';

/** What the world's servers do out of the ordinary, as the lab sets it at run time, and what they have seen. */

export interface DnsFault {
  readonly answer: 'missing' | 'broken' | 'refused' | 'empty' | 'silence' | { readonly addresses: readonly string[] };
}

export interface WebFault {
  /** The certificate shown instead of the host's own. */
  readonly certificate?: 'untrusted' | 'expired' | 'wrong-name';
  readonly status?: number;
  readonly body?: string;
  /** Redirects to there (302) … */
  readonly location?: string;
  /** … or to itself, this often, before it answers. */
  readonly loops?: number;
  readonly hostile?: Hostility;
  /** Takes the connection, and never says a word. */
  readonly mute?: true;
  /** Ends the connection in an orderly way when it is greeted, as an injected FIN does. */
  readonly closes?: true;
}

/**
 * Answers that no decent server gives: a header that comes a letter a second, a body that never ends, 100 MB packed into 100 kB, a header of 1 MB, text that
 * is no UTF-8.
 */
export type Hostility = 'slow-header' | 'endless-body' | 'zip-bomb' | 'huge-header' | 'invalid-text';

/** What a mirror of the catalogue's feed holds. */
export interface MirrorFile {
  readonly body: string;
  /** JSON unless said. */
  readonly type?: string;
  /** Pages of other origins may not read it. */
  readonly withoutCors?: true;
  /** The connection ends in the middle of the file. */
  readonly breaksOff?: true;
}

export interface WorldState {
  /** By name; `*.example.org` stands for every name below. */
  readonly dns: Readonly<Record<string, DnsFault>>;
  /** Every answer of the resolver comes this much later. */
  readonly dnsDelayMs: number;
  readonly web: Readonly<Record<string, WebFault>>;
  /** Null: no name has an IPv6 address. */
  readonly ipv6: Twin | null;
  /** Services whose status feed or flag reports an outage. */
  readonly outages: readonly string[];
  /** By the mirror's host. */
  readonly mirrors: Readonly<Record<string, MirrorFile>>;
}

export const HEALTHY: WorldState = { dns: {}, dnsDelayMs: 0, web: {}, ipv6: null, outages: [], mirrors: {} };

export interface NameAsked {
  readonly at: number;
  readonly name: string;
  readonly type: string;
}

export interface RequestSeen {
  readonly at: number;
  readonly scheme: 'http' | 'https' | 'wss';
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface WorldLog {
  readonly names: readonly NameAsked[];
  readonly requests: readonly RequestSeen[];
}

/** One line of JSON each way on the servers' standard input and output. */
export type Command = { readonly set: WorldState } | { readonly ask: 'log' } | { readonly ask: 'forget' };
export type Reply = { readonly ok: true; readonly log?: WorldLog };

/** The servers' shared view: one object, so that a change holds from the next question on. */
export class World {
  state: WorldState = HEALTHY;
  names: NameAsked[] = [];
  requests: RequestSeen[] = [];

  forget(): void {
    this.names = [];
    this.requests = [];
  }

  log(): WorldLog {
    return { names: this.names, requests: this.requests };
  }
}
