import type { Settings } from '../../../platform/settings.ts';
import type { CheckDocument } from '../../../scripts/check/document.ts';
import type { Browser } from '../perform.ts';
import type { Look } from './judge.ts';

/** What `inside.ts` is told, on its command line, … */
export interface Wish {
  readonly browser: Browser;
  readonly profile: string;
  readonly services: readonly string[];
  readonly rounds: number;
  readonly spacing: number;
  readonly person: Person;
  /** A look for a newer edition has to come, and is waited for. */
  readonly looks: boolean;
}

/** … and prints. */
export interface Told extends Look {
  readonly document: CheckDocument;
}

/** What the person does before a check. */
export interface Person {
  /** Has not agreed to the mirrors. */
  readonly refusesMirrors?: true;
  /** Is asked in the popup about exactly these hosts, and agrees. */
  readonly agrees?: readonly string[];
  readonly settings?: Partial<Settings>;
  /** Has the background ended while it waits for a mirror. */
  readonly endsBackground?: true;
}
