import type { ReadonlySignal } from '@preact/signals';
import type { CallProgress, CallTransport, TestCall } from '../../core/call/call.ts';
import type { Observation } from '../../core/evidence/observation.ts';
import type { Completable } from '../../core/own/addresses.ts';
import type { Credentials } from '../../core/own/credentials.ts';
import type { Draft } from '../../core/own/paste.ts';
import type { Problem } from '../../core/own/problems.ts';
import type { OwnServer } from '../../core/own/server.ts';
import type { ServiceAssessment } from '../../core/verdict/snapshot.ts';
import type { OptionalPermission } from '../../platform/permissions.ts';

/** What the views of "Your servers" are given: stored state as signals, and what a person can ask for. */

export interface ServersModel {
  /** In the person's order. */
  readonly servers: ReadonlySignal<readonly OwnServer[]>;
  /** The person has agreed to hosts being contacted: without that nothing is added and nothing asked. */
  readonly agreed: ReadonlySignal<boolean>;
  readonly mayContact: ReadonlySignal<(host: string) => boolean>;
  /** What the checks say of each server on this network, by its id. */
  readonly assessments: ReadonlySignal<ReadonlyMap<string, ServiceAssessment>>;
  /** Key of the network that the last check was on; null: it could not be told. */
  readonly network: ReadonlySignal<string | null>;
  /** Id of the server that the page's address names. */
  readonly target: ReadonlySignal<string>;
  /** Id of the server through which a test call is under way: one at a time. */
  readonly calling: ReadonlySignal<string | null>;
}

/** How a server's relay lets the person in, without what is secret. */
export interface Access {
  readonly kind: Credentials['kind'];
  readonly username: string;
  readonly expiresAt?: number;
}

export interface ServersActions {
  /** What was typed or pasted into the field for addresses. */
  read(text: string): Promise<Reading>;
  /** The addresses of a host, one a line; a problem when it is none. */
  complete(kind: HostKind, host: string): Promise<string | Problem>;
  accessOf(id: string): Promise<Access | null>;
  /** Keeps a server, and agrees to its hosts being contacted. @param id null: a new one */
  save(id: string | null, draft: Draft, credentials: Credentials | 'keep' | null): Promise<OwnServer | Problem>;
  move(id: string, by: -1 | 1): Promise<void>;
  remove(id: string): Promise<void>;
  /** Asks every address once; `onAnswer` is called for each. */
  test(server: OwnServer, onAnswer: (observation: Observation) => void, signal: AbortSignal): Promise<void>;
  startCall(
    server: OwnServer,
    transports: readonly CallTransport[],
    onProgress: (progress: CallProgress) => void,
  ): { readonly ended: Promise<TestCall>; cancel(): void };
  /** Tells the background of a call, and keeps it in the history. @throws Error when it could not be kept */
  keep(call: TestCall): Promise<void>;
  /** The last calls through a server on this network, the newest first. */
  lastCalls(id: string): Promise<readonly TestCall[]>;
  /** The permission to read how requests to one host fail. */
  permissionFor(host: string): OptionalPermission;
}

export type Reading = { readonly draft: Draft } | { readonly problems: readonly Problem[] };

export const HOST_KINDS = ['jitsi', 'matrix', 'nextcloud'] as const satisfies readonly Completable[];
export type HostKind = Completable;
