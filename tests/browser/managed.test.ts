import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { agreeQuietly, openDriver } from './open-driver.ts';
import { canSetPolicies, setPolicies } from './policies.ts';
import { until } from './until.ts';

const MANAGED = {
  automatic: false,
  badge: false,
  intervalMinutes: 45,
  services: ['signal', 'whatsapp'],
  locked: ['automatic', 'services'],
  reporting: {
    endpoint: 'https://collector.example.org:4318/v1/metrics',
    headers: { Authorization: 'Bearer secret' },
    place: 'Rabat office',
  },
};

interface Scope {
  readonly storage: { readonly managed: { get(): Promise<object> } };
  readonly alarms: { get(name: string): Promise<unknown> };
}

describe.skipIf(!canSetPolicies)('a browser that an organisation manages (needs Linux and root)', () => {
  let driver: Driver;
  let takeBack: () => void;
  beforeAll(async () => {
    takeBack = setPolicies(MANAGED);
    driver = await openDriver();
  });
  afterAll(async () => {
    await driver?.close();
    takeBack?.();
  });

  test('hands its policies to the extension', async () => {
    const page = await driver.openPage('popup.html');
    await until('the policies', async () => {
      const managed = await page.evaluate(() => {
        const scope = globalThis as unknown as Record<'browser' | 'chrome', Scope>;
        return (scope.browser ?? scope.chrome).storage.managed.get();
      });
      return JSON.stringify(sorted(managed)) === JSON.stringify(sorted(MANAGED));
    });
    await page.close();
  });

  test('shows what is locked as locked, and lets the rest be changed', async () => {
    await agreeQuietly(driver);
    await driver.sendMessage('saveSettings', { automatic: true });
    const page = await driver.openPage('popup.html');
    await page.waitForSelector('.button-bare');
    await page.click('.button-bare');
    await page.waitForSelector('.settings');
    const switches = await page.$$eval('.settings .switch', (labels) =>
      labels.map((label) => {
        const input = label.querySelector('input');
        return {
          on: input?.checked,
          locked: input?.disabled,
          says: label.querySelector('.quiet')?.textContent === 'Set by your organisation',
        };
      }),
    );
    expect(switches).toEqual([
      { on: false, locked: true, says: true },
      { on: false, locked: false, says: false },
      { on: false, locked: false, says: false },
    ]);
    const told = await page.$$eval('.settings > p', (lines) => lines.map(({ textContent }) => textContent).join(' '));
    expect(told).toContain('collector.example.org:4318');
    await page.close();
  });

  test('plans no check where the organisation wants none, whatever the person has stored', async () => {
    const page = await driver.openPage('popup.html');
    const alarm = await page.evaluate(() => {
      const scope = globalThis as unknown as Record<'browser' | 'chrome', Scope>;
      return (scope.browser ?? scope.chrome).alarms.get('check');
    });
    expect(alarm ?? null).toBeNull();
  });
});

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inside]) => [key, sorted(inside)]),
      )
    : value;
