import type { ReadonlySignal } from '@preact/signals';
import type { OwnWord } from '../core/history/own-word.ts';
import type { Place } from '../core/history/place.ts';
import type { Progress, Snapshot } from '../core/verdict/snapshot.ts';

/** What the popup's views are given: stored state as signals, and what a person can ask for. */

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
  /** The person has agreed to hosts being contacted. */
  readonly agreed: ReadonlySignal<boolean>;
  /** Ids of the services to show, in their order. */
  readonly selection: ReadonlySignal<readonly string[]>;
  /** What the chosen services need beyond what was agreed to; empty once the person has said "not now". */
  readonly newHosts: ReadonlySignal<NewHosts>;
  /** Hosts of *explain* that were granted; null until the browser has told. */
  readonly explain: ReadonlySignal<ReadonlySet<string> | null>;
  /** A command that the background did not take; `retry` repeats it. */
  readonly failure: ReadonlySignal<Failure | null>;
  readonly now: ReadonlySignal<number>;
  /** Null unless the browser truly tells. */
  readonly connection: Connection | null;
  /** Hosts that *explain* asks for. */
  readonly explainHosts: readonly string[];
}

export interface NewHosts {
  readonly hosts: readonly string[];
  /** Ids of the services that need them. */
  readonly services: readonly string[];
  /** Control servers are among them. */
  readonly controls: boolean;
  /** Mirrors of newer lists of servers are among them. */
  readonly updates: boolean;
}

export interface Failure {
  retry(): void;
}

export interface PopupActions {
  check(): void;
  cancel(): void;
  /** Opens the first page, and closes the popup. */
  openWelcome(): void;
  openOptions(): void;
  /** Agrees to these hosts, too, and checks again. */
  allowHosts(hosts: readonly string[]): void;
  declineHosts(hosts: readonly string[]): void;
  /** Asks for the permission; must run inside the click. False: refused. */
  allowExplain(): Promise<boolean>;
  /** False: the browser would not take it back. */
  giveExplainBack(): Promise<boolean>;
  /** Keeps what the person found when trying a call. False: it could not be kept. */
  say(service: string, word: OwnWord): Promise<boolean>;
  /** Puts the report on the clipboard. */
  copyReport(): Promise<void>;
}
