import { vi } from 'vitest';

/** A WebSocket whose server a test plays. */
export class FakeWebSocket extends EventTarget {
  static made: FakeWebSocket[] = [];
  static refusal: Error | null = null;
  readonly sent: string[] = [];
  binaryType = 'blob';
  protocol = '';
  /** As in a browser, the news of our own close comes later, and once. */
  readonly close = vi.fn(() => queueMicrotask(() => this.end(1006)));
  #over = false;

  constructor(
    readonly url: string,
    readonly offered?: string,
  ) {
    super();
    if (FakeWebSocket.refusal) throw FakeWebSocket.refusal;
    FakeWebSocket.made.push(this);
  }

  open(protocol = 'sip'): void {
    this.protocol = protocol;
    this.dispatchEvent(new Event('open'));
  }

  send(text: string): void {
    this.sent.push(text);
  }

  say(data: string | ArrayBuffer): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }

  /** The request mirrored, as a server answers it. */
  answer(status: string): void {
    this.say((this.sent[0] ?? '').replace(/^.*/, `SIP/2.0 ${status}`));
  }

  end(code: number): void {
    if (this.#over) return;
    this.#over = true;
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }
}

/** Puts it in the browser's place, with nothing made yet. */
export function fakeWebSockets(): void {
  FakeWebSocket.made = [];
  FakeWebSocket.refusal = null;
  vi.stubGlobal('WebSocket', FakeWebSocket);
}
