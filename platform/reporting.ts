import { decodeResponse, decodeStatus } from '../core/reporting/otlp.ts';
import { type Outcome, outcomeOf } from '../core/reporting/queue.ts';
import type { Reporting } from './managed-schema.ts';

/** A receiver that has not answered by then is not waited for, ms. */
const PATIENCE_MS = 10_000;
/** A good answer has no bytes at all, or a sentence. */
const MOST_BYTES = 64 * 1024;

/** Sends one request to the organisation's receiver. Never rejects. */
export async function sendReport(body: Uint8Array<ArrayBuffer>, { endpoint, headers }: Reporting): Promise<Outcome> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: headersOf(headers),
      body: await gzip(body),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // A token must not follow to another place.
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer = await read(response);
    if (answer === null)
      return { kind: 'refused', message: `HTTP ${response.status}, with an answer too long to read` };
    if (response.ok) return { kind: 'taken', ...takenOf(answer) };
    return outcomeOf(response.status, statusOf(answer), response.headers.get('Retry-After'), Date.now());
  } catch (error) {
    // No connection, no permission of the receiver (CORS), too late: the browser does not tell them apart.
    return { kind: 'later', message: error instanceof Error ? `${error.name}: ${error.message}` : 'error' };
  }
}

/** By a `Headers`, which knows that `content-type` and `Content-Type` are one. */
function headersOf(given: Reporting['headers']): Headers {
  const headers = new Headers(given);
  headers.set('Content-Type', 'application/x-protobuf');
  headers.set('Content-Encoding', 'gzip');
  return headers;
}

const gzip = (body: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> =>
  new Response(new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();

/** Null for more than any receiver needs to say. */
async function read({ body }: Response): Promise<Uint8Array | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.length;
    if (size > MOST_BYTES) {
      await reader?.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** An answer that cannot be read does not undo that the request was taken. */
function takenOf(answer: Uint8Array): { rejected: number; message: string } {
  try {
    const { rejected, message } = decodeResponse(answer);
    return { rejected, message: rejected > 0 ? `${rejected} rejected: ${message}` : message };
  } catch {
    return { rejected: 0, message: '' };
  }
}

function statusOf(answer: Uint8Array): string {
  try {
    return decodeStatus(answer);
  } catch {
    return '';
  }
}
