const TICK_MS = 500;
/** A timer that fires so much later than it should tells of a machine that slept. */
const SLEPT_MS = 2_000;

/**
 * Calls back when a call that runs now would say nothing any more: the browser went offline or to another connection, or the machine
 * slept. Returns what ends the watch.
 */
export function onDisturbance(disturbed: (code: string) => void): () => void {
  const watch = new AbortController();
  const connection: (EventTarget & { readonly type?: string }) | undefined = Object(navigator).connection;
  const before = connection?.type;
  const { signal } = watch;
  globalThis.addEventListener('offline', () => disturbed('offline'), { signal });
  // The event also comes when a mere estimate of the bandwidth changes.
  connection?.addEventListener('change', () => connection.type !== before && disturbed('network'), { signal });

  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    if (now - last > TICK_MS + SLEPT_MS) disturbed('slept');
    last = now;
  }, TICK_MS);
  return () => {
    watch.abort();
    clearInterval(timer);
  };
}
