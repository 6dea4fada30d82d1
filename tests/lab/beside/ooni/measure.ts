import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { Failure, isPrivate, type Operation, TIMEOUT } from './failure.ts';

/** The steps that OONI's engine takes, with its deadlines (netxlite, urlgetter), ms. Each is tried once. */
const RESOLVE_MS = 15_000;
const CONNECT_MS = 15_000;
const TLS_MS = 10_000;
const TARGET_MS = 45_000;

/** IPv4 only, as the lab. */
export async function resolve(host: string): Promise<string> {
  if (isIP(host)) return host;
  const { address } = await step('resolve', RESOLVE_MS, lookup(host, { family: 4 }));
  return address;
}

export async function tcpConnect(host: string, port: number): Promise<Socket> {
  const address = await resolve(host);
  const socket = connectTcp(port, address);
  try {
    await step('connect', CONNECT_MS, once(socket, 'connect'), isPrivate(address));
    return socket.on('error', () => {});
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

export interface HttpOptions {
  readonly method?: 'GET' | 'POST';
  /** Authorities to trust instead of the machine's. */
  readonly ca?: string;
}

/** Any answer will do, whatever its status. */
export async function httpRequest(address: string, { method = 'GET', ca }: HttpOptions = {}): Promise<void> {
  const url = new URL(address);
  const isSecure = url.protocol === 'https:';
  const tcp = await tcpConnect(url.hostname, Number(url.port) || (isSecure ? 443 : 80));
  const misled = isPrivate(tcp.remoteAddress ?? '');
  try {
    const socket = isSecure ? await secure(tcp, url.hostname, misled, ca) : tcp;
    await step('http_round_trip', TARGET_MS, roundTrip(url, method, socket), misled);
  } finally {
    tcp.destroy();
  }
}

async function secure(tcp: Socket, servername: string, misled: boolean, ca?: string): Promise<TLSSocket> {
  const socket = connectTls({ socket: tcp, servername, ...(ca !== undefined && { ca }) });
  await step('tls_handshake', TLS_MS, once(socket, 'secureConnect'), misled);
  // OONI brings its own list of authorities. The lab has one authority for all: a server at a forged address is trusted by this machine only.
  if (misled) throw new Failure('tls_handshake', 'UNKNOWN_AUTHORITY', misled);
  return socket.on('error', () => {});
}

function roundTrip(url: URL, method: string, socket: Socket): Promise<void> {
  return new Promise((done, fail) => {
    const asked = request(url.href.replace('https:', 'http:'), { method, createConnection: () => socket });
    asked.on('error', fail);
    asked.on('response', (response) => response.on('error', fail).on('end', done).resume());
    asked.end();
  });
}

/** One step, with its deadline; its failure names it. */
async function step<T>(operation: Operation, limitMs: number, work: Promise<T>, misled = false): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Failure(operation, TIMEOUT, misled)), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Failure(operation, code, misled);
  } finally {
    clearTimeout(timer);
  }
}

const PARALLEL = 3;

/** Measures in any order, three at a time; what has not ended when the experiment's time is up has failed. */
export async function measureAll<Target>(
  targets: readonly Target[],
  measure: (target: Target) => Promise<unknown>,
  limitMs = 60_000,
): Promise<Map<Target, Failure | null>> {
  const results = new Map<Target, Failure | null>();
  const queue = targets.map((target) => ({ target, order: Math.random() })).sort((a, b) => a.order - b.order);
  const worker = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { target } = next;
      const failure = await measure(target).then(
        () => null,
        (error: unknown) => asFailure(error),
      );
      results.set(target, failure);
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([Promise.all(Array.from({ length: PARALLEL }, worker)), limit]);
  clearTimeout(timer);
  queue.length = 0;
  const late = new Failure('connect', TIMEOUT);
  return new Map(
    targets.map((target) => [target, results.get(target) === undefined ? late : (results.get(target) ?? null)]),
  );
}

function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}
