import type { CallTransport, TestCall, TransportCall } from '../core/call/call.ts';
import { type Course, notMade, testOf } from '../core/call/ending.ts';
import { transportOf } from '../core/catalogue/endpoint.ts';
import { iceCredentials } from '../core/own/rest.ts';
import { makeCall } from '../probes/call.ts';
import { takesCredentials } from '../probes/credentials.ts';
import type { Call } from './call.ts';
import { secretOf } from './secrets.ts';

/** Makes the calls of one test in this page, one transport after the other. One test at a time, whichever page asks for it. */
export const runCalls = (call: Call): Promise<TestCall> =>
  navigator.locks.request('call', { ifAvailable: true }, async (lock) => {
    const at = Date.now();
    const calls = lock ? await callEach(call) : call.transports.map((transport) => untestable(transport, 'busy'));
    return testOf(call.server.id, at, calls);
  });

async function callEach(call: Call): Promise<TransportCall[]> {
  const calls: TransportCall[] = [];
  for (const transport of call.transports) {
    const made = await callOver(transport, call);
    calls.push(made);
    // After a change of network the others would be calls from somewhere else.
    if (made.end === 'cancelled' || made.end === 'interrupted') break;
  }
  return calls;
}

async function callOver(transport: CallTransport, { server, onProgress, signal }: Call): Promise<TransportCall> {
  const urls = server.addresses.filter(({ kind, url }) => kind === 'turn' && transportOf(url) === transport);
  if (urls.length === 0) return untestable(transport, 'no-address');
  const secret = await secretOf(server.id);
  if (!secret) return untestable(transport, 'no-credentials');
  const credentials = await iceCredentials(secret, Date.now());
  if (!takesCredentials(credentials)) return untestable(transport, 'credentials');
  return makeCall({ transport, urls: urls.map(({ url }) => url), credentials, signal, onProgress });
}

const untestable = (transport: CallTransport, code: string): TransportCall =>
  notMade(transport, { end: 'untestable', code } satisfies Course['halted']);
