import type { Mechanism } from '../../../../core/vocabulary.ts';

/** The step at which a measurement failed, in OONI's words (df-007), with the system's error code. */
export type Operation = 'resolve' | 'connect' | 'tls_handshake' | 'http_round_trip';

export class Failure extends Error {
  readonly operation: Operation;
  readonly code: string;
  /** The name led to an address that no public server has. */
  readonly misled: boolean;

  constructor(operation: Operation, code: string, misled = false) {
    super(`${operation}: ${code}`);
    this.operation = operation;
    this.code = code;
    this.misled = misled;
  }
}

export const TIMEOUT = 'ETIMEDOUT';

/** What somebody who knows the field reads from a raw measurement; undefined where it tells no more than that it failed. */
export function mechanismOf({ operation, code, misled }: Failure): Mechanism | undefined {
  if (misled) return 'dns.poisoned';
  if (operation === 'resolve') return 'dns.missing';
  if (operation === 'connect') return isReset(code) ? 'tcp.reset' : code === TIMEOUT ? 'tcp.timeout' : undefined;
  if (operation === 'tls_handshake')
    return isReset(code) ? 'tls.reset' : code === TIMEOUT ? 'tls.timeout' : 'tls.certificate';
  return undefined;
}

const isReset = (code: string): boolean => ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code);

const PRIVATE = /^(10|127|0)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;
export const isPrivate = (address: string): boolean => PRIVATE.test(address);
