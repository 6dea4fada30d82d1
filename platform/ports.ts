import type { CallProgress, CallTransport, TestCall } from '../core/call/call.ts';
import type { OwnServer } from '../core/own/server.ts';

/** Names of the ports between pages, and what goes over them. A port that is opened reaches every page that listens: the name says whom it is for. */

/** To the background: the hidden page is lent for as long as the port is open, and any word on it says that it is there. */
export const LEND = 'lend';

/** To the hidden page: test calls. */
export const CALL = 'call';
export type Asked = { readonly server: OwnServer; readonly transports: readonly CallTransport[] } | 'cancel';
export type Answer = 'ready' | { readonly progress: CallProgress } | { readonly ended: TestCall };
