import * as v from 'valibot';
import { CallRecord } from '../../core/history/records.ts';
import { openHistory } from './database.ts';

/**
 * Keeps a test call.
 *
 * @throws DOMException when the browser keeps no history (see `openHistory`), ValiError for a call that is no record
 */
export async function keepCall(record: CallRecord): Promise<void> {
  await (await openHistory()).put('calls', v.parse(CallRecord, record));
}

/** The last test calls through a server, on any network, the newest first. What is damaged is left out. @throws DOMException */
export async function callsOf(service: string, limit: number): Promise<CallRecord[]> {
  const found: CallRecord[] = [];
  const store = (await openHistory()).transaction('calls').store;
  for (
    let cursor = await store.openCursor(null, 'prev');
    cursor && found.length < limit;
    cursor = await cursor.continue()
  ) {
    if (cursor.value.service === service && v.is(CallRecord, cursor.value)) found.push(cursor.value);
  }
  return found;
}
