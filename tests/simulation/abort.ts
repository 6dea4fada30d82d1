/**
 * Abort signals with as much of the platform's as the survey uses, and no more: half a million simulated rounds would spend most of their
 * time in the platform's events and weak references.
 */
class Signal {
  aborted = false;
  reason: unknown;
  readonly #listeners = new Set<() => void>();

  addEventListener(_: 'abort', listener: () => void, options?: { readonly signal?: Signal }): void {
    this.#listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  removeEventListener(_: 'abort', listener: () => void): void {
    this.#listeners.delete(listener);
  }

  /** A signal is aborted once, so every listener is called once at most, as if it had been added with `once`. */
  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    for (const listener of [...this.#listeners]) listener();
    this.#listeners.clear();
  }

  static any(signals: readonly Signal[]): Signal {
    const any = new Signal();
    for (const signal of signals) {
      const follow = () => any.abort(signal.reason);
      if (signal.aborted) follow();
      else signal.addEventListener('abort', follow);
    }
    return any;
  }
}

class Controller {
  readonly signal = new Signal();

  abort(reason: unknown = 'aborted'): void {
    this.signal.abort(reason);
  }
}

export const LightSignal = Signal as unknown as typeof AbortSignal;
export const LightController = Controller as unknown as typeof AbortController;
