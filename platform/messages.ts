import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Observation } from '../core/evidence/observation.ts';
import type { Filed, Place, Whereabouts } from '../core/history/place.ts';
import type { Snapshot } from '../core/verdict/snapshot.ts';
import type { Stop } from '../probes/stop.ts';
import type { Settings } from './settings.ts';

/** What the person has chosen, as far as filing a round goes by it. */
export interface Wishes {
  /** How long rounds are kept, days. */
  readonly keepDays: number;
  /** The host that tells how the web leaves was agreed to. */
  readonly mayAskExit: boolean;
}

/** Every message between the extension's own pages and its background, in one place. Nothing comes from a web page. */
export interface Protocol {
  /** Starts a round unless one runs. `confirm: false` asks for exactly one round and schedules none after it. */
  checkNow(request: { confirm: boolean }): void;
  cancelCheck(): void;
  /** The popup is open: an answer that is too old is renewed. */
  popupOpened(): void;
  /** The person has read which hosts will be contacted, and agrees. */
  agree(request: { hosts: readonly string[] }): void;
  saveSettings(change: Partial<Settings>): void;
  /** Whether anybody is there. */
  ping(): void;

  /** To the hidden page: keep a round in the history. In Chromium the page has no storage to read these wishes from. */
  fileRound(request: { snapshot: Snapshot; whereabouts: Whereabouts; wishes: Wishes }): Filed;
  /** To the hidden page: report a round to the organisation's receiver. */
  reportRound(request: { snapshot: Snapshot; place: Place; reporting: unknown }): void;
  /** To the hidden page (Chromium): ask one STUN or TURN server. Answers when the server answered or `iceStop` named the question. */
  iceProbe(request: { id: string; url: string; salt: string }): Observation;
  iceStop(request: { id: string; reason: Stop }): void;
  /** From the hidden page, which may have no storage: an error to keep. */
  complain(error: { where: string; message: string }): void;
  /** From the hidden page, which hears what a service worker does not. */
  connectionChanged(): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
