import { defineExtensionMessaging } from '@webext-core/messaging';
import type { CallSummary } from '../core/call/call.ts';
import type { StatusFeed } from '../core/catalogue/runtime.ts';
import type { Observation } from '../core/evidence/observation.ts';
import type { FeedAnswer, FeedQuestion } from '../core/feed/feed.ts';
import type { Filed, Place, Whereabouts } from '../core/history/place.ts';
import type { OpinionAnswer, OpinionQuestion } from '../core/ooni/opinion.ts';
import type { AddressKind } from '../core/own/server.ts';
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

/** An address of a server of the person's own that is asked in a way of its own: by SIP, or with credentials, which no message carries. */
export interface OwnQuestion {
  readonly server: string;
  readonly kind: AddressKind;
}

/** Services whose status feeds are to be read, with those that may be. */
export interface StatusQuestion {
  readonly services: readonly { readonly id: string; readonly statusFeeds: readonly StatusFeed[] }[];
  /** Addresses of DNS-over-HTTPS servers, with `{name}`. */
  readonly doh: readonly string[];
}

/** Whether each is out, by id. One of which not all could be read, and nothing reports an outage, is missing. */
export type StatusAnswer = Readonly<Record<string, boolean>>;

/** Every message between the extension's own pages and its background, in one place. Nothing comes from a web page. */
export interface Protocol {
  /** Starts a round unless one runs. `confirm: false` asks for exactly one round and schedules none after it. */
  checkNow(request: { confirm: boolean }): void;
  cancelCheck(): void;
  /** Ends the round that runs, too, and answers only when all that was heard before is filed: nothing more is stored then. */
  settle(): void;
  /** The popup is open: an answer that is too old is renewed. */
  popupOpened(): void;
  /** The person has read which hosts will be contacted, and agrees. */
  agree(request: { hosts: readonly string[] }): void;
  saveSettings(change: Partial<Settings>): void;
  /**
   * A test call through a server of the person's own has ended. A round follows, which names the network and judges with it.
   * Answers with the network's key; null: the call could not be put down to a network.
   */
  callEnded(call: { service: string; summary: Omit<CallSummary, 'cuts'> }): string | null;
  /** Whether anybody is there. */
  ping(): void;

  /** To the hidden page: keep a round in the history. In Chromium the page has no storage to read these wishes from. */
  fileRound(request: { snapshot: Snapshot; whereabouts: Whereabouts; wishes: Wishes }): Filed;
  /** To the hidden page: report a round to the organisation's receiver. */
  reportRound(request: { snapshot: Snapshot; place: Place; reporting: unknown }): void;
  /**
   * To the hidden page: ask one STUN or TURN server (Chromium), or a server of the person's own. Answers when the server answered or
   * `probeStop` named the question.
   */
  probe(request: { id: string; url: string; salt: string; own?: OwnQuestion }): Observation;
  probeStop(request: { id: string; reason: Stop }): void;
  /** To the hidden page: which of these services are out, as their own status feeds say. */
  readStatus(question: StatusQuestion): StatusAnswer;
  /** To the hidden page: ask a mirror for an edition of the catalogue that is newer than this one. */
  fetchFeed(question: FeedQuestion): FeedAnswer;
  /** To the hidden page: ask OONI. */
  askOpinion(question: OpinionQuestion): OpinionAnswer;
  /** From the hidden page, which may have no storage: an error to keep. */
  complain(error: { where: string; message: string }): void;
  /** From the hidden page, which hears what a service worker does not. */
  connectionChanged(): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
