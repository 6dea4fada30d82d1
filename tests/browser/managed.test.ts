import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { agreeQuietly, openDriver } from './open-driver.ts';
import { turnTo } from './options/gallery.ts';
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

  test('shows the person on the first page what is locked, and lets the rest be changed', async () => {
    const page = await driver.openPage('welcome.html');
    await page.waitForSelector('.step .switch');
    const locked = await page.$$eval('.pick input, .switch input, .interval select', (all) =>
      all.map((input) => (input as HTMLInputElement).disabled),
    );
    expect(new Set(locked.slice(0, -3))).toEqual(new Set([true]));
    // By itself: locked, and so off that a time between checks means nothing. Notifications: free.
    expect(locked.slice(-3)).toEqual([true, true, false]);
    expect(await page.$$eval('.pick input:checked', (all) => all.length)).toBe(2);
    await page.close();
  });

  test('shows in the options what is locked, and where states go, and lets the rest be changed', async () => {
    const page = await driver.openPage('options.html');
    await turnTo(page, 'checks');
    await page.waitForSelector('.switch input');
    const states = () =>
      page.$$eval('.switch input', (all) => all.map(({ ariaChecked, disabled }) => [ariaChecked, disabled]));
    // Checks by themselves: locked. Newer lists of servers, and OONI asked daily: free.
    expect(await states()).toEqual([
      ['false', true],
      ['true', false],
      ['false', false],
    ]);
    const text = await page.$eval('main', (main) => main.textContent);
    expect(text).toContain('Set by your organisation');
    expect(text).toContain('reported to collector.example.org:4318');
    await turnTo(page, 'look');
    await until('the badge, as it is suggested', async () => JSON.stringify(await states()) === '[["false",false]]');
    await page.click('.switch input');
    await until(
      'the badge, as it is chosen',
      async () => (await driver.storage.get<{ badge: boolean }>('local', 'settings'))?.badge === true,
    );
    await page.close();
  });

  test('plans no check where the organisation wants none, whatever the person has stored', async () => {
    await agreeQuietly(driver);
    await driver.sendMessage('saveSettings', { automatic: true });
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
