import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { openDriver } from '../open-driver.ts';
import { BROWSER } from '../under-test.ts';

/** Access to one host that nobody could know when the package was made: that of a server of the person's own. */

interface Permissions {
  request(wanted: object): Promise<boolean>;
  contains(wanted: object): Promise<boolean>;
  remove(wanted: object): Promise<boolean>;
}
interface Scope {
  readonly browser?: { readonly permissions: Permissions };
  readonly chrome: { readonly permissions: Permissions };
}

let driver: Driver;
beforeAll(async () => {
  driver = await openDriver();
});
afterAll(() => driver?.close());

/** By a click. `asked`: the browser puts the question to the person, as a headless Chromium does for ever. */
async function request(origin: string): Promise<'granted' | 'refused' | 'asked' | 'impossible'> {
  const page = await driver.openPage('blank-for-driver.html');
  await page.evaluate((origin) => {
    const { browser, chrome } = globalThis as unknown as Scope;
    const button = document.createElement('button');
    button.textContent = 'Request';
    button.style.cssText = 'position:fixed;inset:0';
    document.body.dataset.answer = 'asked';
    button.onclick = () => {
      (browser ?? chrome).permissions.request({ origins: [origin], permissions: ['webRequest'] }).then(
        (granted) => {
          document.body.dataset.answer = granted ? 'granted' : 'refused';
        },
        () => {
          document.body.dataset.answer = 'impossible';
        },
      );
    };
    document.body.append(button);
  }, origin);
  await page.click('button');
  await sleep(1_000);
  const answer = await page.evaluate(() => document.body.dataset.answer);
  await page.close();
  return answer as 'asked';
}
const CAN = BROWSER === 'firefox' ? 'granted' : 'asked';

describe('a host of the person’s own', () => {
  test.for(['https://pbx.example/*', 'https://192.0.2.7/*', 'https://[2001:db8::7]/*'])(
    'can be asked for by a click: %s',
    async (origin) => {
      expect(await request(origin)).toBe(CAN);
    },
  );

  test.skipIf(BROWSER === 'chromium')('is granted alone, and given back without what others are heard by', async () => {
    await request('https://pbx.example/*');
    const page = await driver.openPage('blank-for-driver.html');
    const held = () =>
      page.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as Scope;
        const { contains } = (browser ?? chrome).permissions;
        const wanted = [{ origins: ['https://pbx.example/*'] }, { origins: ['https://other.example/*'] }];
        return Promise.all([...wanted, { permissions: ['webRequest'] }].map((one) => contains(one)));
      });
    expect(await held()).toEqual([true, false, true]);
    await page.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Scope;
      await (browser ?? chrome).permissions.remove({ origins: ['https://pbx.example/*'] });
    });
    expect(await held()).toEqual([false, false, true]);
  });

  test('not over plain HTTP: nothing of it is asked that way', async () => {
    expect(await request('http://pbx.example/*')).toBe('impossible');
    expect(await request('*://pbx.example/*')).toBe('impossible');
  });
});
