import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CallState, Mechanism, MessageState, NetworkState } from '../../core/vocabulary.ts';
import type { Exit } from './addresses.ts';
import type { Fault } from './faults/fault.ts';

/** A network and what must be said of it. One file a scenario in `scenarios/`; the file's name is the scenario's. */
export interface Scenario {
  /** What happens, in a sentence. */
  readonly says: string;
  /** Services that are checked; all expectations are about these. */
  readonly services: readonly string[];
  /** Checked with the host permissions that *explain* asks for. */
  readonly explained?: true;
  /** One after the other in the same browser profile. The last one is what the scenario is about. */
  readonly phases: readonly Phase[];
}

export interface Phase {
  /** What the network does; nothing means an open network. */
  readonly faults: readonly Fault[];
  /** Rounds that the check makes … */
  readonly rounds: number;
  /** … and seconds from the start of one to the start of the next; 1 unless said. */
  readonly spacing?: number;
  /** The public address that the client has. */
  readonly exit?: Exit;
  /** What must be said after the last round. */
  readonly expect: Expectation;
}

/** A state, or several of which any will do. */
export type Any<State> = State | readonly State[];

export interface Expectation {
  readonly network?: Any<NetworkState>;
  readonly services?: Readonly<Record<string, ServiceExpectation>>;
  /** Holds for every service that `services` does not name. */
  readonly others?: ServiceExpectation;
  /** Words that must not be said of any service. */
  readonly never?: { readonly calls?: readonly CallState[]; readonly messages?: readonly MessageState[] };
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
