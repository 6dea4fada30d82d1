import { FakeEvent } from './extension.ts';

/** One end of a port: what is posted comes to the other end, as a copy, a moment later. */
export class FakePort {
  readonly onMessage = new FakeEvent();
  readonly onDisconnect = new FakeEvent();
  isOpen = true;
  #other: FakePort | null = null;

  constructor(readonly name: string) {}

  static pair(name: string): readonly [FakePort, FakePort] {
    const [one, other] = [new FakePort(name), new FakePort(name)];
    one.#other = other;
    other.#other = one;
    return [one, other];
  }

  postMessage(message: unknown): void {
    if (!this.isOpen) throw new Error('Attempting to use a disconnected port object');
    const copy = structuredClone(message);
    queueMicrotask(() => this.#other?.isOpen && this.#other.onMessage.fire(copy));
  }

  /** Only the other end hears of it. */
  disconnect(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    if (!this.#other?.isOpen) return;
    this.#other.isOpen = false;
    this.#other.onDisconnect.fire();
  }
}

/** `runtime.connect` and `runtime.onConnect`: a port reaches everybody who listens. */
export class FakePorts {
  readonly connected = new FakeEvent();
  /** Ends of those who opened them. */
  readonly opened: FakePort[] = [];
  /** The other ends. */
  readonly accepted: FakePort[] = [];
  readonly connect = ({ name }: { name: string }): FakePort => {
    const [mine, theirs] = FakePort.pair(name);
    this.opened.push(mine);
    this.accepted.push(theirs);
    queueMicrotask(() => this.connected.fire(theirs));
    return mine;
  };
}
