import { BLANK_PAGE } from '../../scripts/browser/extension-copy.ts';
import { launch } from '../../scripts/browser/launch.ts';
import { extensionFor } from '../../scripts/check/check.ts';
import type { Browser } from './perform.ts';

/**
 * `node tests/lab/jump.ts <browser> <profile> <days> [granted]`: makes all that the extension has stored older by so many days, or younger. To the
 * extension that is what a jump of the clock looks like; browsers themselves do not bear a clock of their own (libfaketime hangs them).
 */
const [browser = 'chromium', profile = '', days = '0', granted] = process.argv.slice(2) as [Browser, ...string[]];
const extensionDir = await extensionFor({ browser });
const driver = await launch({ browser, extensionDir, profileDir: profile, hosts: granted ? 'granted' : 'optional' });
try {
  const page = await driver.openPage(BLANK_PAGE);
  await page.evaluate(shift, Number(days) * 86_400_000);
} finally {
  await driver.close();
}

/** Runs in the page, and sees nothing out here. */
async function shift(milliseconds: number): Promise<void> {
  // What counts or measures is smaller than any time since 2001.
  const isTime = (value: unknown): value is number => typeof value === 'number' && value > 1e12;
  const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  const older = (_: string, value: unknown) => {
    if (isDay(value)) return new Date(Date.parse(value) - milliseconds).toISOString().slice(0, 10);
    return isTime(value) ? value - milliseconds : value;
  };
  const scope = globalThis as unknown as { browser?: Api; chrome: Api };
  const { local } = (scope.browser ?? scope.chrome).storage;
  await local.set(JSON.parse(JSON.stringify(await local.get(null), older)));
}

interface Api {
  readonly storage: {
    readonly local: { get(all: null): Promise<object>; set(items: object): Promise<void> };
  };
}
