import { browser } from 'wxt/browser';

/** Firefox's `dns` API, which TypeScript's types for Chromium do not know. */
interface Dns {
  resolve(name: string): Promise<{ readonly addresses: readonly string[] }>;
}

/** A resolver that has not answered by then is not waited for, ms. */
const PATIENCE_MS = 1_500;

/**
 * What this machine's resolver gives for a name: its addresses, none when it knows no such name or does not answer in time.
 * Undefined where the browser does not tell (Chromium).
 */
export async function resolved(name: string): Promise<readonly string[] | undefined> {
  const dns = (browser as { dns?: Dns }).dns;
  if (dns === undefined) return undefined;
  const tooLate = new Promise<readonly string[]>((resolve) => setTimeout(resolve, PATIENCE_MS, []));
  return Promise.race([
    dns.resolve(name).then(
      ({ addresses }) => addresses,
      () => [],
    ),
    tooLate,
  ]);
}
