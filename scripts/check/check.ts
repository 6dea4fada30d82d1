import type { Snapshot } from '../../core/verdict/snapshot.ts';
import type { Driver } from '../browser/driver.ts';
import { launch } from '../browser/launch.ts';
import { ensureBuilt } from '../build/ensure-built.ts';
import { targetOf } from '../build/output.ts';
import type { CheckOptions } from './options.ts';
import { type Enough, EXPLANATION_MS, ROUND_LIMIT_MS, runRounds } from './rounds.ts';

/** The built extension that the options are about. */
export const extensionFor = async ({ browser, extension }: Pick<CheckOptions, 'browser' | 'extension'>) =>
  extension ?? (await ensureBuilt(targetOf(browser)));

export interface Extras {
  /** Before the first round, in place of `makeReady`. */
  readonly prepare?: (driver: Driver) => Promise<void>;
  /** Ends the rounds early. */
  readonly enough?: Enough;
  /** Called after the last round, while the browser is still there. */
  readonly afterwards?: (driver: Driver) => Promise<void>;
}

export type CheckWish = Pick<CheckOptions, 'browser' | 'services' | 'rounds' | 'spacing' | 'detail' | 'profile'>;

/** Runs a built extension in a headless browser on the network that this process is in. */
export async function check(
  extensionDir: string,
  wish: CheckWish,
  { prepare = (driver) => makeReady(driver, wish), enough, afterwards }: Extras = {},
): Promise<[Snapshot, ...Snapshot[]]> {
  const { browser, detail, profile, rounds, spacing } = wish;
  const driver = await launch({
    browser,
    extensionDir,
    hosts: detail ? 'granted' : 'optional',
    ...(profile && { profileDir: profile }),
  });
  try {
    await prepare(driver);
    const limitMs = rounds * (spacing * 1000 + ROUND_LIMIT_MS) + EXPLANATION_MS;
    const wanted = { rounds, spacing, explained: detail, ...(enough && { enough }) };
    const [first, ...rest] = await within(limitMs, runRounds(driver, wanted));
    if (!first) throw new Error('No round took place.');
    await afterwards?.(driver);
    return [first, ...rest];
  } finally {
    await within(10_000, driver.close()).catch(() => driver.kill());
  }
}

/**
 * Everything that would start rounds of its own is off or done before the first one is asked for: agreeing and granting permissions
 * start one where the person has agreed, so consent comes last, and is written rather than sent. What is checked with is this checkout's
 * catalogue, and no newer one.
 */
export async function makeReady(
  driver: Driver,
  { services, detail }: Pick<CheckWish, 'services' | 'detail'>,
): Promise<void> {
  await driver.storage.set('local', 'consent', null);
  await driver.sendMessage('saveSettings', { services, automatic: false, updates: false });
  if (detail && !(await driver.grantHosts())) throw new Error('The browser did not grant the host permissions.');
  await driver.storage.set('local', 'consent', { agreedAt: Date.now() });
}

/** A browser that hangs answers nothing, not even an error. */
async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It did not end within ${Math.round(limitMs / 1000)} s.`)), limitMs);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
