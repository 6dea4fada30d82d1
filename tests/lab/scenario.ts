import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedKey } from '../../core/feed/feed.ts';
import type { CallState, Mechanism, MessageState, NetworkState } from '../../core/vocabulary.ts';
import type { Exit } from './addresses.ts';
import type { Fault } from './faults/fault.ts';
import type { EditionExpectation } from './feed/judge.ts';
import type { Person } from './feed/wish.ts';

/** A network and what must be said of it. One file a scenario in `scenarios/`; the file's name is the scenario's. */
export interface Scenario {
  /** What happens, in a sentence. */
  readonly says: string;
  readonly family: Family;
  /** Services that are checked; all expectations are about these. */
  readonly services: readonly string[];
  /** Checked with the host permissions that *explain* asks for. */
  readonly explained?: true;
  /** The package's feed is the lab's (`feed/`), and the extension looks for newer editions of the catalogue. Else it looks for none. */
  readonly updates?: true;
  /** One after the other in the same browser profile. The last one is what the scenario is about. */
  readonly phases: readonly Phase[];
}

/**
 * How it is blocked, whom it is for, on what line, what is no block at all, how it goes over time, newer editions of the catalogue (`feed/`),
 * and servers of one's own (`own/`).
 */
export type Family = (typeof FAMILIES)[number];
export const FAMILIES = ['how', 'whom', 'line', 'not-blocking', 'in-time', 'updates', 'own'] as const;

export interface Phase {
  /** What the network does; nothing means an open network. */
  readonly faults: readonly Fault[];
  /** Changes while the check is under way, in order. */
  readonly during?: readonly Change[];
  /** What is really so, whatever is said of it. Without it everything is open. */
  readonly truth?: Truth;
  /** Rounds that the check makes … */
  readonly rounds: number;
  /** … and seconds from the start of one to the start of the next; 1 unless said. */
  readonly spacing?: number;
  /** The public address that the client has. */
  readonly exit?: Exit;
  /** What the browser itself is told. */
  readonly browserWith?: BrowserWith;
  /** Since the phase before, the machine's clock has jumped: forward, or back where this is negative. */
  readonly clock?: { readonly days: number };
  /** The machine is overloaded: its programs run only this share of the time, from the start of the browser on. */
  readonly strained?: { readonly share: number };
  /** What the person does before the check, where editions are looked for. */
  readonly person?: Person;
  /** The keys whose signature the package takes; the lab's own unless said. */
  readonly keys?: readonly FeedKey[];
  /** What must be said after the last round. */
  readonly expect: Expectation;
}

/** `no-webrtc`: the person, or whoever looks after the browser, has switched WebRTC off. `proxy`: the browser uses the lab's HTTP proxy. */
export type BrowserWith = 'no-webrtc' | 'proxy';

/** What it does not name stays as it is. */
export interface Change {
  /** From the start of the first round. */
  readonly afterMs: number;
  /** These replace all that were there. */
  readonly faults?: readonly Fault[];
  readonly exit?: Exit;
}

/** Holds for `services` by id, and `others` for those that are not named; what is left out is open. */
export interface Truth {
  readonly services?: Readonly<Record<string, ServiceTruth>>;
  readonly others?: ServiceTruth;
}

export interface ServiceTruth {
  readonly calls?: Path;
  readonly messages?: Path;
  /** The right names for how it is done. Where a browser can see no more than that it fails, only `unknown` is right, and this is left out. */
  readonly by?: readonly Mechanism[];
  /** Browsers that tell nobody, so that only `unknown` is right in them. */
  readonly untold?: readonly ('chromium' | 'firefox')[];
  /** Why no check from here could tell, in a sentence. The report lists it apart. */
  readonly beyond?: string;
}

/**
 * - `open`: it works, be it slowly or with losses.
 * - `poor`: it works in a worse way only, as relayed over TCP.
 * - `blocked`: somebody on the way prevents it.
 * - `out`: the service itself does not work, for nobody.
 * - `cut-off`: nothing of the kind passes for anybody: no network, a portal, no UDP at all, no WebRTC in this browser.
 */
export type Path = (typeof PATHS)[number];
export const PATHS = ['open', 'poor', 'blocked', 'out', 'cut-off'] as const;

/** A state, or several of which any will do. */
export type Any<State> = State | readonly State[];

export interface Expectation {
  readonly network?: Any<NetworkState>;
  readonly services?: Readonly<Record<string, ServiceExpectation>>;
  /** Holds for every service that `services` does not name. */
  readonly others?: ServiceExpectation;
  /** What the history makes of it. */
  readonly where?: WhereExpectation;
  /** What came of looking for a newer edition of the catalogue. */
  readonly edition?: EditionExpectation;
  /** No round takes longer. */
  readonly roundMs?: number;
  /** Hosts, and whether a packet went to them. */
  readonly contacted?: Readonly<Record<string, boolean>>;
  /** Words that must not be said of any service. */
  readonly never?: { readonly calls?: readonly CallState[]; readonly messages?: readonly MessageState[] };
}

export interface WhereExpectation {
  readonly operator?: string | null;
  readonly hints?: readonly string[];
  /** All spells that are open on this network, `service/calls`, and the phase (from 1) whose spell it is still: `new` has none. */
  readonly blocked?: Readonly<Record<string, number | 'new'>>;
}

export interface ServiceExpectation {
  readonly calls?: Any<CallState>;
  readonly mechanism?: Any<Mechanism>;
  readonly messages?: Any<MessageState>;
  readonly messagesMechanism?: Any<Mechanism>;
}

const folder = join(import.meta.dirname, 'scenarios');

export const scenarioNames = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();

export async function scenario(name: string): Promise<Scenario> {
  const known = scenarioNames();
  if (!known.includes(name)) throw new Error(`there is no scenario "${name}"; there are ${known.join(', ')}`);
  const module = (await import(join(folder, `${name}.ts`))) as { readonly default: Scenario };
  return module.default;
}
