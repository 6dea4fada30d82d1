import type { CallProgress, CallTransport, TransportCall } from '../core/call/call.ts';
import { type Course, callOf } from '../core/call/ending.ts';
import { type Entries, type Reading, read, sentIn } from '../core/call/reading.ts';
import { hear, isSettled, secondsOf } from '../core/call/statistics.ts';
import type { IceCredentials } from '../core/own/credentials.ts';
import { onDisturbance } from './call/disturbance.ts';
import { openEcho } from './call/echo.ts';
import { connect, openPair } from './call/pair.ts';
import { whyNoRelay } from './call/refusal.ts';
import { openStages } from './call/stages.ts';
import { openTone } from './call/tone.ts';
import { sleep, within } from './waiting.ts';

const READ_EVERY_MS = 250;

export interface CallPlan {
  readonly transport: CallTransport;
  /** The relay's addresses for this transport. */
  readonly urls: readonly string[];
  readonly credentials: IceCredentials;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: CallProgress) => void;
}

/**
 * A call of this page with itself through a relay: two peer connections that know no other way, a tone for a voice, and packets that are
 * sent back. No microphone, no permission, nothing to be heard. It ends by itself, leaves nothing behind, and never rejects.
 */
export async function makeCall({ transport, urls, credentials, signal, onProgress }: CallPlan): Promise<TransportCall> {
  const over = new AbortController();
  const stop = AbortSignal.any([signal, over.signal]);
  const readings: Reading[] = [];
  const tell = () =>
    onProgress({ transport, stage: stages.now(), share: stages.share(), seconds: secondsOf(readings) });
  const stages = openStages(stop, tell);
  const told = setInterval(tell, READ_EVERY_MS);
  const closing = [() => clearInterval(told), () => over.abort()];
  let halted: Course['halted'] = null;
  let refusal: string | null = null;
  let failure: string | null = null;
  let sent: number | null = null;

  try {
    closing.push(onDisturbance((code) => over.abort(code)));
    stop.throwIfAborted();
    const tone = openTone();
    closing.push(tone.close);
    const pair = openPair({ urls: [...urls], ...credentials }, tone.track);
    closing.push(pair.close);
    const { speaking, hearing } = pair;
    const echo = openEcho(speaking, hearing);
    closing.push(echo.close);
    /** Reads what arrives until there is enough of it. Before the first packet there is nothing to read. */
    const listen = async (isEnough: () => boolean): Promise<boolean> => {
      for (; !stop.aborted; await sleep(READ_EVERY_MS, stop)) {
        const [ours, theirs] = await Promise.all([entriesOf(speaking), entriesOf(hearing)]);
        const reading = read(stages.elapsed(), ours, theirs, echo.take());
        if (reading.received) readings.push(reading);
        sent = sentIn(ours);
        if (isEnough()) return true;
      }
      return false;
    };

    // A browser that never returns from it must not keep the call from ending.
    await within(stages.leftMs(), connect(pair), stop);
    if (!(await stages.reach('relay', pair.relay))) {
      const why = whyNoRelay(pair.errors, transport, stages.leftMs() > 0);
      ({ refusal, failure } = why);
      if (why.unasked) halted = { end: 'untestable', code: 'no-word' };
    } else if (
      (await stages.reach('ice', pair.ice)) &&
      (await stages.reach('dtls', pair.dtls)) &&
      (await stages.reach(
        'first-packet',
        listen(() => readings.length > 0),
      )) &&
      (await stages.reach(
        'media',
        listen(() => secondsOf(readings).length > 0),
      ))
    ) {
      await within(
        stages.leftMs(),
        listen(() => isSettled(readings)),
        stop,
      );
    }
  } catch (error) {
    // No WebRTC, too many connections, or an address that this browser does not take: nothing was asked.
    halted = { end: 'untestable', code: error instanceof Error ? error.name : 'error' };
  }
  if (signal.aborted) halted = { end: 'cancelled' };
  else if (over.signal.aborted) halted = { end: 'interrupted', code: String(over.signal.reason) };
  const durationMs = stages.elapsed();
  for (const close of closing.reverse()) close();
  return callOf({
    transport,
    reached: stages.reached,
    durationMs,
    halted,
    refusal,
    failure,
    sent,
    heard: hear(readings),
  });
}

const entriesOf = async (connection: RTCPeerConnection): Promise<Entries> => [
  ...((await connection.getStats()) as ReadonlyMap<string, object>).values(),
];
