import type { ReadonlySignal } from '@preact/signals';
import type { OwnWord } from '../core/history/own-word.ts';
import type { Place } from '../core/history/place.ts';
import type { Progress, Snapshot } from '../core/verdict/snapshot.ts';

/** What the popup's views are given: stored state as signals, and what a person can ask for. */

/** The choices that the popup offers; the rest of the settings have a page of their own. */
export interface Choices {
  readonly automatic: boolean;
  readonly badge: boolean;
  readonly notifications: boolean;
}

/** What the organisation that manages this browser has set. */
export interface Organisation {
  /** Choices that are as it wants them, and stay so. */
  readonly locked: readonly string[];
  /** The host that it has the states reported to; null: none. */
  readonly reportsTo: string | null;
}

export type Connection = 'wifi' | 'cellular' | 'ethernet';

export interface PopupModel {
  /** Null: nothing readable is stored. */
  readonly snapshot: ReadonlySignal<Snapshot | null>;
  /** What the history knows of this network; null until it has filed a round here. */
  readonly place: ReadonlySignal<Place | null>;
  /** The round under way; null once it is over or has expired. */
  readonly progress: ReadonlySignal<Progress | null>;
  /** A check was asked for and has not shown itself yet, or one is under way. */
  readonly checking: ReadonlySignal<boolean>;
  /** The person has agreed to the hosts being contacted. */
  readonly agreed: ReadonlySignal<boolean>;
  readonly choices: ReadonlySignal<Choices>;
  readonly organisation: ReadonlySignal<Organisation>;
  /** Ids of the services to show, in their order. */
  readonly selection: ReadonlySignal<readonly string[]>;
  /** The permission behind *explain* is held; null until the browser has told. */
  readonly explain: ReadonlySignal<boolean | null>;
  /** A command that the background did not take; `retry` repeats it. */
  readonly failure: ReadonlySignal<Failure | null>;
  readonly now: ReadonlySignal<number>;
  /** Null unless the browser truly tells. */
  readonly connection: Connection | null;
  /** Hosts that *explain* asks for. */
  readonly explainHosts: readonly string[];
}

export interface Failure {
  retry(): void;
}

export interface PopupActions {
  agree(): void;
  check(): void;
  cancel(): void;
  choose(change: Partial<Choices>): void;
  /** Asks for the permission; must run inside the click. False: refused. */
  allowNotifications(): Promise<boolean>;
  allowExplain(): Promise<boolean>;
  /** False: the browser would not take it back. */
  giveExplainBack(): Promise<boolean>;
  /** Keeps what the person found when trying a call. False: it could not be kept. */
  say(service: string, word: OwnWord): Promise<boolean>;
  /** Puts the report on the clipboard. */
  copyReport(): Promise<void>;
}
