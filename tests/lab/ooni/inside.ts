import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from '../../../core/history/place.ts';
import type { StoredOpinion } from '../../../core/ooni/opinion.ts';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { copyExtension } from '../../../scripts/browser/extension-copy.ts';
import { launch } from '../../../scripts/browser/launch.ts';
import { outputDir, targetOf } from '../../../scripts/build/output.ts';
import { makeReady } from '../../../scripts/check/check.ts';
import { runRounds } from '../../../scripts/check/rounds.ts';

/**
 * `node tests/lab/ooni/inside.ts BROWSER FOLDER`, in the lab's client: a check, then OONI turned on in the options by a click, then two
 * checks more. Prints what it came to.
 */
export interface Seen {
  /** ms since the epoch. */
  readonly turnedOnAt: number;
  readonly opinion: StoredOpinion | null;
}

const [, , name, folder = ''] = process.argv;
process.env.TMPDIR = folder;
const browser = name === 'firefox' ? 'firefox' : 'chromium';
const extensionDir = join(folder, 'extension-with-access');
// A headless Chromium answers no permission request: the copy holds this one from the start.
copyExtension(outputDir(targetOf(browser)), extensionDir, (manifest) =>
  browser === 'chromium' ? { ...manifest, host_permissions: ['https://api.ooni.org/*'] } : manifest,
);
const driver = await launch({ browser, extensionDir });
await makeReady(driver, { services: ['whatsapp'], detail: false });
await filedRound(driver);

const page = await driver.openPage('options.html#checks');
const daily = '[data-section="opinion-daily"] input';
await page.waitForSelector(daily);
const turnedOnAt = Date.now();
await page.click(daily);
await page.waitForSelector(`${daily}[aria-checked="true"]`);
await filedRound(driver);
await filedRound(driver);
const opinion = await driver.storage.get<StoredOpinion>('local', 'opinion');
await driver.close();
process.stdout.write(JSON.stringify({ turnedOnAt, opinion } satisfies Seen));
process.exit(0);

/** A round, until it is filed and what follows that has had its time. */
async function filedRound(driver: Driver): Promise<void> {
  const [round] = await runRounds(driver, { rounds: 1, spacing: 1, explained: false });
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(100)) {
    const place = await driver.storage.get<Place>('local', 'place');
    if (place?.filedAt === round?.takenAt) return void (await sleep(4_000));
  }
  throw new Error('the round was not filed');
}
