import type { Access, ServersActions } from '../../components/servers/model.ts';
import { hostOf } from '../../core/catalogue/endpoint.ts';
import type { Credentials } from '../../core/own/credentials.ts';
import { sendMessage } from '../../platform/messages.ts';
import { hostPermission } from '../../platform/permissions.ts';
import { storedSalt } from '../../platform/salt.ts';
import { answerOf } from '../../probes/answer-of.ts';
import type { Stop } from '../../probes/stop.ts';
import type { WritableModel } from './model.ts';

/** Longer than any answer takes on a line that carries calls; the checks are stricter. */
const PATIENCE_MS = 8_000;
/** How many of the last calls are shown, of how many that are looked through. */
const SHOWN = 5;
const LOOKED_THROUGH = 60;
/** A background that is alive answers at once. */
const DEADLINE_MS = 5_000;
/** With a call it answers after the round that follows, which may have to wait for another. */
const ROUNDS_MS = 60_000;

export interface Actions extends ServersActions {
  /** The page is open: credentials that a closed one left behind are forgotten. */
  opened(): void;
}

const list = () => import('../../platform/own-servers.ts');
const secrets = () => import('../../platform/secrets.ts');

/** What a person can ask for. What only some visits need is loaded then. */
export function createActions(model: WritableModel): Actions {
  return {
    opened: () =>
      void list().then(
        ({ sweepSecrets }) => sweepSecrets(),
        () => {},
      ),

    read: async (text) => (await import('../../core/own/paste.ts')).readPasted(text, Date.now()),

    async complete(kind, host) {
      const { addressText, completeAddress } = await import('../../core/own/addresses.ts');
      const address = completeAddress(kind, host);
      return 'id' in address ? address : addressText(address);
    },

    async accessOf(id) {
      const credentials = await (await secrets()).secretOf(id);
      return credentials && accessOf(credentials);
    },

    async save(id, draft, credentials) {
      const may = model.mayContact.peek();
      const hosts = [...new Set(draft.addresses.map(({ url }) => hostOf(url)))].filter((host) => !may(host));
      // First what is agreed to: a check in between leaves out what is not.
      if (hosts.length > 0) await inTime(sendMessage('agree', { hosts }), DEADLINE_MS);
      const { addServer, changeServer } = await list();
      if (id !== null) return changeServer(id, draft, credentials);
      return addServer({ ...draft, credentials: credentials === 'keep' ? null : credentials });
    },
    move: async (id, by) => (await list()).moveServer(id, by),
    remove: async (id) => (await list()).removeServer(id),

    async test(server, onAnswer, signal) {
      const [{ askAddress }, { secretOf }, salt] = await Promise.all([
        import('../../probes/ask-own.ts'),
        secrets(),
        storedSalt(),
      ]);
      const credentials = await secretOf(server.id);
      const patience = new AbortController();
      const timer = setTimeout(() => patience.abort('silent' satisfies Stop), PATIENCE_MS);
      const ended = AbortSignal.any([signal, patience.signal]);
      await Promise.all(
        server.addresses.map(async (address) => {
          onAnswer(await answerOf((_, signal) => askAddress(address, credentials, salt, signal), address.url, ended));
        }),
      );
      clearTimeout(timer);
    },

    startCall(server, transports, onProgress) {
      model.calling.value = server.id;
      const stop = new AbortController();
      const ended = import('../../platform/call.ts').then(({ startCall }) => {
        const call = startCall(server, transports, onProgress);
        if (stop.signal.aborted) call.cancel();
        stop.signal.addEventListener('abort', call.cancel);
        return call.ended;
      });
      return {
        ended: ended.finally(() => {
          model.calling.value = null;
        }),
        cancel: () => stop.abort(),
      };
    },

    async keep(call) {
      const [{ keepCall }, { summaryOf }] = await Promise.all([
        import('../../platform/history/calls.ts'),
        import('../../core/call/ending.ts'),
      ]);
      // A page that is closed, or a background that is gone, costs the call its network, not its place in the history.
      await keepCall({ ...call, network: null });
      const told = sendMessage('callEnded', { service: call.service, summary: summaryOf(call) });
      const network = await inTime(told, ROUNDS_MS).catch(() => null);
      if (network !== null) await keepCall({ ...call, network });
    },

    async lastCalls(id) {
      const { callsOf } = await import('../../platform/history/calls.ts');
      const calls = await callsOf(id, LOOKED_THROUGH);
      return calls.filter(({ network }) => network === model.network.peek()).slice(0, SHOWN);
    },

    permissionFor: hostPermission,
  };
}

function accessOf(credentials: Credentials): Access {
  if (credentials.kind === 'rest') return { kind: 'rest', username: credentials.user };
  const { kind, username, expiresAt } = credentials;
  return { kind, username, ...(expiresAt !== undefined && { expiresAt }) };
}

async function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the background did not answer')), ms);
  });
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}
