import { EMPTY_NETWORK, type Memory } from '../../core/evidence/memory.ts';
import { launch } from '../../scripts/browser/launch.ts';
import { outputDir, targetOf } from '../../scripts/build/output.ts';
import type { BrowserFamily } from '../../scripts/setup/browsers.mjs';
import { blockedSnapshot } from '../browser/stored.ts';
import { bound, heading, line, median, ms } from './table.ts';

const OPENINGS = 15;

/** From the start of the navigation to the first paint with content, as the browser itself tells. */
export async function popup(browser: BrowserFamily) {
  heading(`Popup from navigation to painted, ${browser}: quickest, median of ${OPENINGS}`);
  const measured: { stored: string; quickestMs: number; medianMs: number }[] = [];
  const driver = await launch({
    browser,
    extensionDir: outputDir(targetOf(browser)),
    ...(browser === 'firefox'
      ? { prefs: { 'network.dns.forceResolve': '127.0.0.1' } }
      : { args: ['--host-resolver-rules=MAP * 127.0.0.1'] }),
  });
  try {
    for (const [stored, write] of [
      ['nothing stored yet', async () => {}],
      [
        'a verdict stored',
        async () => {
          await driver.sendMessage('saveSettings', { automatic: false, updates: false });
          await driver.storage.set('local', 'consent', { agreedAt: Date.now() });
          await driver.storage.set('local', 'snapshot', blockedSnapshot());
        },
      ],
      ['and all the evidence there can be', () => driver.storage.set('local', 'evidence', fullMemory())],
    ] as const) {
      await write();
      const times: number[] = [];
      while (times.length < OPENINGS) {
        const page = await driver.openPage('popup.html', { width: 400, height: 600 });
        await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
        times.push(
          await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN),
        );
        await page.close();
      }
      const row = { stored, quickestMs: Math.min(...times), medianMs: median(times) };
      measured.push(row);
      line(stored, ms(row.quickestMs), ms(row.medianMs), `100 ms: ${bound(row.quickestMs, 100)}`);
    }
  } finally {
    await driver.close();
  }
  return measured;
}

/** Twelve networks, and every endpoint of every service with evidence on each. */
function fullMemory(): Memory {
  const now = Date.now();
  const names = Array.from({ length: 60 }, (_, i) => `service-${i}/media`);
  const walk = { sum: 1, at: now, blocked: false, recent: Array.from({ length: 8 }, () => 'answered' as const) };
  const network = { ...EMPTY_NETWORK, lastRoundAt: now, walks: Object.fromEntries(names.map((name) => [name, walk])) };
  return {
    schemaVersion: 1,
    networks: Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`network-${i}`, network])),
    answered: Object.fromEntries(Array.from({ length: 180 }, (_, i) => [`stun:host-${i}.example:3478`, now])),
  };
}
