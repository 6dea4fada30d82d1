import { errorCode, requestTransport } from './attributes.ts';
import { decode, encode, METHODS, type Message } from './message.ts';

/** Questions without credentials, and what answers them. */

export type Question = 'binding' | 'allocate';

/** RFC 8656, section 7.1: a relay that carries UDP. */
const UDP = 17;

export const ask = (question: Question, transaction: Uint8Array): Uint8Array =>
  encode({
    class: 'request',
    method: METHODS[question],
    transaction,
    attributes: question === 'allocate' ? [requestTransport(UDP)] : [],
  });

/** The message, where it is an answer to this very question: a success, or an error that says which. */
export function answerTo(question: Question, transaction: Uint8Array, bytes: Uint8Array): Message | null {
  const message = decode(bytes);
  if (message?.method !== METHODS[question] || !transaction.every((byte, at) => message.transaction[at] === byte)) {
    return null;
  }
  return message.class === 'success' || (message.class === 'error' && errorCode(message) !== null) ? message : null;
}
