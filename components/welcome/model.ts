import type { ReadonlySignal } from '@preact/signals';
import type { PopupActions, PopupModel } from '../model.ts';

/** What is chosen on the first page, and stored by agreeing. */
export interface Choices {
  /** Ids of services. */
  readonly services: readonly string[];
  readonly automatic: boolean;
  readonly intervalMinutes: number;
}

/** Where a browser keeps an extension's button. */
export type Toolbar = 'chromium' | 'firefox' | 'firefox-android';

export interface WelcomeModel extends PopupModel {
  readonly choices: ReadonlySignal<Choices>;
  /** Ids of the services that were chosen to begin with. */
  readonly suggested: readonly string[];
  /** They were found by language and time zone; else they were chosen before. */
  readonly isGuess: boolean;
  /** Hosts that give newer lists of servers; none where these are not wanted. */
  readonly mirrors: ReadonlySignal<readonly string[]>;
  readonly notifications: ReadonlySignal<boolean>;
  /** Settings that are as an organisation wants them. */
  readonly locked: ReadonlySignal<readonly string[]>;
  /** The host that an organisation has the states reported to; null: none. */
  readonly reportsTo: string | null;
  readonly toolbar: Toolbar;
}

export interface WelcomeActions extends PopupActions {
  choose(change: Partial<Choices>): void;
  /** Keeps the choices, agrees to their hosts, and checks. */
  agree(): void;
  /** Asks for the permission; must run inside the click. False: refused. */
  notify(wanted: boolean): Promise<boolean>;
}
