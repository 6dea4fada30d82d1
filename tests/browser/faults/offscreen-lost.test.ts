import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blockedSnapshot } from '../stored.ts';
import { BROWSER } from '../under-test.ts';
import { until } from '../until.ts';
import { type Bench, openBench } from './bench.ts';

let bench: Bench;
let browser: Browser;
beforeAll(async () => {
  bench = await openBench({ holdMs: 1_500 });
  browser = (await bench.driver.openPage('blank-for-driver.html')).browser();
  await bench.driver.storage.set('local', 'snapshot', blockedSnapshot());
});
afterAll(() => bench?.close());

/** A crash would take the whole process with it, and so the worker: that is what the kills are about. */
test.skipIf(BROWSER === 'firefox')(
  'Chromium loses the page that owns WebRTC in the middle of a check: it ends with an answer',
  async () => {
    const before = (await bench.snapshot())?.takenAt ?? Number.NaN;
    await bench.command('checkNow', { confirm: false });
    await browser.waitForTarget((target) => target.url().endsWith('/offscreen.html'));
    await sleep(300);
    await closeOffscreen();
    await until('the round ends', async () => !(await bench.isChecking()));
    await bench.settled();
    const after = await bench.snapshot();
    expect(after?.takenAt).toBeGreaterThan(before);
    // What the page was asked and did not answer is nobody's silence.
    const media = after?.services[0]?.evidence.filter(({ role }) => role === 'media') ?? [];
    expect(media.map(({ observation }) => observation?.outcome)).not.toContain('silent');
    expect((await bench.check()).takenAt).toBeGreaterThan(after?.takenAt ?? Number.NaN);
    expect(await bench.popupText()).toContain('Google Meet');
    expect(await bench.complaints()).toEqual([]);
  },
);

async function closeOffscreen(): Promise<void> {
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const { targetId } = targetInfos.find(({ url, type }) => type !== 'tab' && url.endsWith('/offscreen.html')) ?? {};
  if (targetId === undefined) throw new Error('The page is not there.');
  await session.send('Target.closeTarget', { targetId });
}
