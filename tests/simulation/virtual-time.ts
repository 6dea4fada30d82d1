import { LightController, LightSignal } from './abort.ts';

/**
 * Time that passes only when everybody waits: timers fire in their order, and no second is waited for. Whoever asks for the time or sets a timer
 * while it is in force gets this one.
 */
export class VirtualTime {
  /** ms since the epoch. */
  now = 0;
  readonly #timers: Timer[] = [];
  #set = 0;

  /** In force while `use` works. */
  static async during<T>(use: (time: VirtualTime) => Promise<T>): Promise<T> {
    const { setTimeout, clearTimeout, AbortController, AbortSignal } = globalThis;
    const [dateNow, performanceNow] = [Date.now, performance.now];
    const time = new VirtualTime();
    Object.assign(globalThis, {
      setTimeout: (fire: () => void, ms = 0) => time.#add(fire, time.now + Math.max(0, ms)),
      clearTimeout: (timer: Timer | undefined) => {
        if (timer) timer.cleared = true;
      },
      AbortController: LightController,
      AbortSignal: LightSignal,
    });
    Date.now = () => time.now;
    performance.now = () => time.now;
    try {
      return await use(time);
    } finally {
      Object.assign(globalThis, { setTimeout, clearTimeout, AbortController, AbortSignal });
      Date.now = dateNow;
      performance.now = performanceNow;
    }
  }

  /** Lets time pass until the work has ended. Timers that are still set then never fire. */
  async until<T>(work: Promise<T>): Promise<T> {
    let ended = false;
    const result = work.finally(() => {
      ended = true;
    });
    for (await settled(); !ended; await settled()) {
      const timer = this.#next();
      if (timer === undefined) throw new Error('it waits for something that will never come');
      if (timer.cleared) continue;
      this.now = timer.due;
      timer.fire();
    }
    this.#timers.length = 0;
    return result;
  }

  /** A binary heap: the earliest timer is first, and of two at the same time the one that was set first. */
  #add(fire: () => void, due: number): Timer {
    const timer: Timer = { fire, due, order: this.#set++, cleared: false };
    const heap = this.#timers;
    let at = heap.push(timer) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] as Timer;
      if (!isBefore(timer, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = timer;
    return timer;
  }

  #next(): Timer | undefined {
    const heap = this.#timers;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Timer, heap[child] as Timer)) child++;
      if (!isBefore(heap[child] as Timer, last)) break;
      heap[at] = heap[child] as Timer;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

interface Timer {
  readonly fire: () => void;
  readonly due: number;
  readonly order: number;
  cleared: boolean;
}

const isBefore = (a: Timer, b: Timer): boolean => a.due < b.due || (a.due === b.due && a.order < b.order);

/** All promises that could go on have gone on: Node turns to the next tick only then. */
const settled = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));
