import type { ReadonlySignal } from '@preact/signals';
import type { Complaint } from '../../platform/complaints.ts';
import type { Losses } from '../../platform/history/deleting.ts';
import type { Settings } from '../../platform/settings.ts';
import type { ReadFile } from '../../platform/settings-file.ts';
import type { Failure } from '../model.ts';
import type { Deletion } from '../timeline/model.ts';
import type { Diagnosis } from './diagnosis.ts';

/** What the options page's views are given: stored state as signals, and what a person can ask for. */

/** The parts of the page, in their order; each has an address of its own. */
export const PARTS = [
  'services',
  'checks',
  'notifications',
  'look',
  'explain',
  'history',
  'data',
  'diagnostics',
] as const;
export type Part = (typeof PARTS)[number];

/** What the organisation that manages this browser has set. */
export interface Organisation {
  /** Choices that are as it wants them, and stay so. */
  readonly locked: readonly string[];
  /** The host that it has the states reported to; null: none. */
  readonly reportsTo: string | null;
}

export interface OptionsModel {
  readonly part: ReadonlySignal<Part>;
  /** What holds: the person's choices, and what an organisation has set. */
  readonly settings: ReadonlySignal<Settings>;
  readonly organisation: ReadonlySignal<Organisation>;
  /** Hosts that give newer lists of servers. */
  readonly mirrors: readonly string[];
  /** Whether a host may be contacted. Before the person has agreed to anything, all may: the first page asks for them together. */
  readonly mayContact: ReadonlySignal<(host: string) => boolean>;
  /** Permissions; null until the browser has told. Of *explain*, the hosts that were granted. */
  readonly mayNotify: ReadonlySignal<boolean | null>;
  readonly explain: ReadonlySignal<ReadonlySet<string> | null>;
  readonly mayAskOoni: ReadonlySignal<boolean | null>;
  /** Hosts that *explain* asks for. */
  readonly explainHosts: readonly string[];
  readonly background: ReadonlySignal<'asking' | 'answers' | 'silent'>;
  /** It was silent, and answers again. */
  readonly isBack: ReadonlySignal<boolean>;
  /** A change that was not kept; `retry` repeats it. */
  readonly failure: ReadonlySignal<Failure | null>;
  /** The newest first. */
  readonly complaints: ReadonlySignal<readonly Complaint[]>;
}

export interface OptionsActions {
  ask(): void;
  choose(change: Partial<Settings>): void;
  /** Also agrees to hosts being contacted, which were shown. */
  chooseAgreeing(change: Partial<Settings>, hosts: readonly string[]): void;
  /** Asks for the permission; must run inside the click. False: refused. So the others. */
  allowNotifications(): Promise<boolean>;
  allowExplain(): Promise<boolean>;
  giveExplainBack(): Promise<boolean>;
  /** Asks OONI daily from now on. */
  allowOoni(): Promise<boolean>;
  /** What the history holds. */
  historySize(): Promise<Losses>;
  readonly historyDeletion: Deletion;
  /** False: not all of it could be deleted. */
  forgetEverything(): Promise<boolean>;
  saveFile(): void;
  readFile(file: File): Promise<ReadFile>;
  diagnose(): Promise<Diagnosis>;
  deleteComplaints(): void;
  copy(text: string): Promise<void>;
}
