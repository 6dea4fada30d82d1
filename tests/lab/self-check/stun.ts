import { randomBytes } from 'node:crypto';
import { answerTo, ask, type Question } from '../../../core/stun/ask.ts';
import { errorCode, xorMappedAddress } from '../../../core/stun/attributes.ts';
import { TRANSACTION_BYTES } from '../../../core/stun/message.ts';

/** A question without credentials, and its answer in a word. */
export interface Request {
  readonly message: Uint8Array;
  /** What the answer says, `401` or `srflx <address>`; null for what is not an answer to this request. */
  read(message: Uint8Array): string | null;
}

export function request(question: Question): Request {
  const transaction = randomBytes(TRANSACTION_BYTES);
  return {
    message: ask(question, transaction),
    read(bytes) {
      const answer = answerTo(question, transaction, bytes);
      if (answer === null) return null;
      const mapped = xorMappedAddress(answer);
      return String(errorCode(answer)?.code ?? (mapped ? `srflx ${mapped.address}` : 'answered'));
    },
  };
}
