import type { Question } from '../../../../core/stun/ask.ts';
import { errorCode, realm, software } from '../../../../core/stun/attributes.ts';
import type { Message } from '../../../../core/stun/message.ts';

/** What came of one question to one address. */
export type Heard =
  | { readonly outcome: 'answered'; readonly how: string; readonly realm?: string; readonly software?: string }
  | { readonly outcome: 'silent' }
  /** `why`: a code of the system, of TLS, of the parser, or one of ours (`NOT_STUN`, `ENDED`, `UNEXPECTED`). */
  | { readonly outcome: 'failed'; readonly why: string };

export const SILENT: Heard = { outcome: 'silent' };
export const failed = (why: string): Heard => ({ outcome: 'failed', why });

/** @param error whatever was thrown; what has no code of its own is `UNKNOWN` */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && /^[A-Z][A-Z0-9_]{1,63}$/.test(String(error.code))
    ? String(error.code)
    : 'UNKNOWN';

/** How long is waited, ms. */
export interface Patience {
  /** When a question over UDP is sent: as RFC 8489, section 6.2.1, doubles the pauses, but fewer. */
  readonly sendAt: readonly number[];
  readonly udp: number;
  /** All of it: connection, greeting, answer. */
  readonly stream: number;
}

export const PATIENCE: Patience = { sendAt: [0, 500, 1500, 3500], udp: 5000, stream: 10_000 };

/** By what a success is known: the type of its message. */
const NAMES = { binding: ['STUN', '0101'], allocate: ['TURN', '0103'] } as const;

export function heardFrom(question: Question, message: Message): Heard {
  const [name, success] = NAMES[question];
  const said = { realm: brief(realm(message)), software: brief(software(message)) };
  return {
    outcome: 'answered',
    how: `${name} ${errorCode(message)?.code ?? success}`,
    ...(said.realm && { realm: said.realm }),
    ...(said.software && { software: said.software }),
  };
}

/** What servers call themselves goes into a file that people read: printable, and short. */
const brief = (text: string | null): string =>
  (text ?? '')
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(0, 60)
    .trim();
