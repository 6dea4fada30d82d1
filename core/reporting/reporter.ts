import { metrics } from './metrics.ts';
import { encodeRequest } from './otlp.ts';
import { due, enqueue, type Outcome, type Queue, readQueue, settled } from './queue.ts';
import type { Report } from './report.ts';

/** What reporting needs of the page that it runs in. */
export interface ReportingPorts {
  /** The queue as it was stored last, whatever that is. */
  load(): Promise<unknown>;
  /** Resolves when the queue would survive the end of the page. */
  store(queue: Queue): Promise<void>;
  /** A name that nobody else has. */
  newInstance(): string;
  now(): number;
  /** From 0 to 1. */
  random(): number;
  /** The extension's. */
  readonly version: string;
}

/** Where reports go. */
export interface Receiver {
  /** What the organisation calls the place of this browser. */
  readonly place?: string | undefined;
  send(body: Uint8Array<ArrayBuffer>): Promise<Outcome>;
}

/**
 * Puts reports in the queue and sends what is due, one report after the other. The queue is stored before each request and after it: a
 * page that ends in between sends the same points again, which changes no gauge.
 */
export function createReporter(ports: ReportingPorts): (news: Report, receiver: Receiver) => Promise<void> {
  const { load, store, newInstance, now, random, version } = ports;
  let last: Promise<void> = Promise.resolve();

  async function report(news: Report, { place, send }: Receiver): Promise<void> {
    let queue = enqueue(readQueue(await load(), newInstance), news, now());
    await store(queue);
    for (let batch = due(queue, now()); batch.length > 0; batch = due(queue, now())) {
      const content = metrics(batch, { version, instance: queue.instance, place });
      const outcome = await send(encodeRequest(content, { name: 'ringback', version }));
      queue = settled(queue, batch, outcome, now(), random());
      await store(queue);
    }
  }

  return (news, receiver) => {
    const turn = last.then(() => report(news, receiver));
    last = turn.catch(() => {});
    return turn;
  };
}
