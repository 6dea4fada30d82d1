import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CallConclusion, CallEnd, CallStage, CallTransport } from '../../../core/call/call.ts';
import type { Outcome, ProbeKind } from '../../../core/evidence/observation.ts';
import type { Fault } from '../faults/fault.ts';
import type { Any, Scenario, ServiceExpectation } from '../scenario.ts';

/** A server of the person's own, what becomes of calls through it, and what is said of it. One file a scenario in `scenarios/`. */
export interface OwnScenario {
  /** What happens, in a sentence. */
  readonly says: string;
  /** Added on an open network before the first step, by the page's form. */
  readonly server: ServerWish;
  /** One after the other in the same browser. */
  readonly steps: readonly Step[];
}

/** What a person types or pastes. */
export interface ServerWish {
  readonly paste: string;
  /** Typed; those that stand in what was pasted are not repeated here. */
  readonly credentials?: { readonly scheme: 'password' | 'rest'; readonly username: string; readonly password: string };
  /** Passwords and secrets: they may be found nowhere afterwards. */
  readonly secrets?: readonly string[];
}

/** What the network does, and what the person does there. */
export type Step = CallStep | RoundsStep | TestStep;

interface Network {
  /** Nothing means an open network. */
  readonly faults?: readonly Fault[];
}

export interface CallStep extends Network {
  /** Over which transports. */
  readonly call: CallTransport | 'each';
  /** The person does not wait for its end: so long after it began … */
  readonly leave?: { readonly by: 'cancelling' | 'closing the page'; readonly afterMs: number };
  readonly expect?: CallExpectation;
  /** What is said once the round after the call is over. */
  readonly after?: RoundExpectation;
}

export interface RoundsStep extends Network {
  readonly rounds: number;
  readonly expect: RoundExpectation;
}

/** The page's quick test. */
export interface TestStep extends Network {
  readonly test: true;
  /** What the page says of it, one piece for each line. */
  readonly expect: readonly RegExp[];
}

export interface CallExpectation {
  readonly conclusion: Any<CallConclusion>;
  /** Transports that are not named may end as they like; all that were tried have to be there. */
  readonly calls?: Readonly<Partial<Record<CallTransport, EndExpectation>>>;
}

/** From, to; both may be the value. */
export type Range = readonly [number, number];

export interface EndExpectation {
  readonly end: Any<CallEnd>;
  readonly code?: Any<string>;
  /** The last stage that was reached. */
  readonly reached?: CallStage | 'none';
  readonly loss?: Range;
  readonly roundTripMs?: Range;
  readonly mos?: Range | null;
  readonly cutAfterS?: Range;
  readonly durationMs?: Range;
}

export interface RoundExpectation {
  readonly own: ServiceExpectation & {
    /** States that must not be said, of calls or messages. */
    readonly never?: readonly string[];
  };
  /** Services of the catalogue; open unless told, and never accused. */
  readonly others?: ServiceExpectation;
  /** What the question to an address came to. */
  readonly seen?: Readonly<Record<string, Seen>>;
}

export interface Seen {
  readonly probe?: ProbeKind;
  readonly outcome: Any<Outcome>;
  readonly code?: string;
}

/** Services of the catalogue that are checked beside the person's own. */
export const OTHERS: readonly string[] = ['whatsapp', 'meet'];

const folder = join(import.meta.dirname, 'scenarios');

export const ownScenarioNames = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();

export async function ownScenario(name: string): Promise<OwnScenario> {
  return ((await import(join(folder, `${name}.ts`))) as { readonly default: OwnScenario }).default;
}

/** As the report lists it: it needs no truth, and no demand is about it. */
export const listed = ({ says }: OwnScenario): Scenario => ({ says, family: 'own', services: [], phases: [] });

/** What may be found nowhere. */
export const secretsOf = ({ credentials, secrets = [] }: ServerWish): string[] => [
  ...secrets,
  ...(credentials ? [credentials.password] : []),
];
