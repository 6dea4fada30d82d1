import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Place } from '../../../core/history/place.ts';
import type { StoredOpinion } from '../../../core/ooni/opinion.ts';
import { questionOf } from '../../../core/ooni/question.ts';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { copyExtension } from '../../../scripts/browser/extension-copy.ts';
import { which } from '../../../scripts/setup/run.mjs';
import { authority } from '../../lab/certificates.ts';
import { openDriver } from '../open-driver.ts';
import { BROWSER, EXTENSION } from '../under-test.ts';
import { until } from '../until.ts';
import { type Ooni, startOoni } from './ooni.ts';

/** The second opinion as a person asks for it, of a stand-in for OONI's API. */

const PLACE = { key: 'somewhere', country: 'MA', asn: 36903, operator: 'Maroc Telecom', hints: [], filedAt: 1 };
const BUTTON = '[data-do="ask-opinion"]';

interface PermissionsScope {
  readonly browser: {
    readonly permissions: {
      request(wanted: object): Promise<boolean>;
      remove(wanted: object): Promise<boolean>;
      getAll(): Promise<object>;
    };
  };
}

describe.skipIf(which('openssl') === null || which('certutil') === null)(
  'the second opinion (needs openssl and certutil)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'ringback-ooni-'));
    let ooni: Ooni;
    let driver: Driver;
    let page: Page;

    beforeAll(async () => {
      ooni = await startOoni();
      // A headless Chromium answers no permission request: the copy holds this one from the start.
      copyExtension(EXTENSION, folder, (manifest) =>
        BROWSER === 'chromium' ? { ...manifest, host_permissions: ['https://api.ooni.org/*'] } : manifest,
      );
      const { certificate } = await authority('trusted');
      driver = await openDriver({ extensionDir: folder, caPem: certificate, proxy: ooni.proxy });
    });
    afterAll(async () => {
      await driver?.close();
      await ooni?.close();
      rmSync(folder, { recursive: true, force: true });
    });
    beforeEach(async () => {
      ooni.requests.length = 0;
      ooni.wanted.length = 0;
      ooni.answers.length = 0;
      ooni.block(false);
      Object.assign(ooni.quota, { left: 4000 });
      await driver.storage.set('local', 'settings', { automatic: false });
      await driver.storage.set('local', 'consent', { agreedAt: 1, hosts: [] });
      // A background that starts files a round that is not: the place would be another.
      await driver.storage.set('local', 'snapshot', null);
      await driver.storage.set('local', 'place', PLACE);
      await driver.storage.set('local', 'opinion', null);
      page = await open();
    });
    afterEach(() => page?.close());

    const open = async () => {
      const opened = await driver.openPage('context.html', { width: 1000, height: 900 });
      await opened.waitForSelector(BUTTON);
      return opened;
    };
    const state = () => page.evaluate(() => document.querySelector<HTMLElement>('[data-opinion]')?.dataset.opinion);
    const said = () => page.evaluate(() => document.querySelector('[data-opinion] [role="status"]')?.textContent ?? '');
    const stored = () => driver.storage.get<StoredOpinion>('local', 'opinion');
    const ask = async (ends: string, limitMs?: number) => {
      await page.click(BUTTON);
      await until(`the opinion is ${ends}`, async () => (await state()) === ends, limitMs);
    };
    const asked = () => ooni.wanted.filter((host) => host.startsWith('api.ooni.org'));

    test('is asked for by nothing but the button', async () => {
      await driver.sendMessage('checkNow', { confirm: false });
      const filedAt = async () => (await driver.storage.get<Place>('local', 'place'))?.filedAt;
      await until('a round was made and filed', async () => (await filedAt()) !== PLACE.filedAt);
      await page.close();
      page = await open();
      expect(await state()).toBe('none');
      expect(asked()).toEqual([]);
    });

    test('is asked with three requests that name no person, and shown in words and counts', async () => {
      await ask('answered');
      const rows = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[data-test]')].map(({ dataset }) => [dataset.test, dataset.word]),
      );
      expect(rows).toEqual([
        ['whatsapp', 'more-often'],
        ['telegram', 'more-often'],
        ['facebook_messenger', 'as-elsewhere'],
        ['signal', 'none'],
      ]);
      expect(await page.evaluate(() => document.querySelector('[data-test="whatsapp"]')?.textContent)).toContain(
        'anomalies in 35 of 35 measurements',
      );
      expect(ooni.requests.map(({ url }) => /probe_asn=AS\d+|probe_cc=..(?!&probe_asn)/.exec(url)?.[0])).toEqual([
        'probe_asn=AS36903',
        'probe_cc=MA',
        undefined,
      ]);
      for (const { headers } of ooni.requests)
        for (const name of ['cookie', 'referer', 'origin']) expect(headers).not.toHaveProperty(name);
      expect((await stored())?.opinions).toMatchObject([{ country: 'MA', asn: 36903 }]);
    });

    test('is kept for a day: neither the button nor another visit asks again', async () => {
      await ask('answered');
      await page.click(BUTTON);
      expect(await said()).toContain('at most once a day');
      await page.close();
      page = await open();
      await until('the kept answer is shown', async () => (await state()) === 'answered');
      expect(ooni.requests).toHaveLength(3);
    });

    test('is kept of each place: who looks at another country and comes back asks neither again', async () => {
      const choose = async (country: string, state: string) => {
        await page.select('select', country);
        await until(`${country} is ${state}`, async () => (await shown()) === `${country} ${state}`);
      };
      const shown = async () => `${await page.$eval('select', ({ value }) => value)} ${await state()}`;
      await ask('answered');
      await choose('AE', 'none');
      await ask('answered');
      await choose('MA', 'answered');
      await choose('AE', 'answered');
      await page.click(BUTTON);
      expect(await said()).toContain('at most once a day');
      expect(ooni.requests).toHaveLength(3 + 2);
    });

    test('is not asked for where the permission is refused', async () => {
      await page.evaluate(() => {
        type Permissions = { request: unknown };
        const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { permissions: Permissions }>;
        Object.assign((browser ?? chrome).permissions, { request: async () => false });
      });
      await ask('failed');
      expect(await said()).toContain('The browser did not allow access to api.ooni.org.');
      expect(asked()).toEqual([]);
    });

    test.skipIf(BROWSER === 'chromium')(
      'is asked for once Firefox may tell of both: the host, and the location',
      async () => {
        const wanted = { origins: ['https://api.ooni.org/*'], data_collection: ['locationInfo'] };
        await page.evaluate(async (wanted) => {
          const { permissions } = (globalThis as unknown as PermissionsScope).browser;
          await permissions.remove(wanted);
          const request = permissions.request.bind(permissions);
          Object.assign(permissions, {
            request(wanted: object) {
              document.title = JSON.stringify(wanted);
              return request(wanted);
            },
          });
        }, wanted);
        await ask('answered');
        expect(JSON.parse(await page.title())).toEqual(wanted);
        const held = await page.evaluate(() =>
          (globalThis as unknown as PermissionsScope).browser.permissions.getAll(),
        );
        expect(held).toMatchObject(wanted);
      },
    );

    test('is asked by the hidden page for the background', async () => {
      const hidden = await driver.openPage('offscreen.html');
      const answer = await driver.sendMessage('askOpinion', questionOf('MA', null, Date.now()));
      await hidden.close();
      expect(answer).toMatchObject({ opinion: { country: 'MA', asn: null } });
      expect(ooni.requests).toHaveLength(2);
    });

    const page502: RequestListener = (_, response) =>
      void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
    const saying =
      (body: string): RequestListener =>
      (_, response) =>
        void response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    test.for<[string, RequestListener, string]>([
      ['an error of the server', page502, 'status'],
      ['a page where data should be', saying('<!doctype html><script>document.title = 1</script>'), 'not-understood'],
      ['an answer that is cut off', saying('{"v":0,"result":[{"test_name":"wha'), 'not-understood'],
      ['another shape', saying('{"v":0,"result":{"ok_count":1}}'), 'not-understood'],
      ['more than anybody needs to say', saying(`{"result":[],"more":"${'x'.repeat(2_000_000)}"}`), 'not-understood'],
      [
        'counts below nothing',
        saying(
          '{"result":[{"test_name":"signal","ok_count":-1,"anomaly_count":1,"confirmed_count":0,"failure_count":0,"measurement_count":0}]}',
        ),
        'not-understood',
      ],
      [
        'a connection that breaks',
        (_, response) => void response.writeHead(200, { 'content-length': 9 }).end('{', () => response.destroy()),
        'unreachable',
      ],
      [
        'a redirect to somewhere else',
        (_, response) => void response.writeHead(302, { location: 'https://elsewhere.example/' }).end(),
        'unreachable',
      ],
    ])('says what went wrong: %s', async ([, answer, problem]) => {
      ooni.answers.push(answer);
      await ask('failed');
      expect(await stored()).toMatchObject({ opinions: [], problem });
      expect(ooni.requests).toHaveLength(1);
      expect(ooni.wanted).not.toContain('elsewhere.example:443');
    });

    test('says so when OONI is blocked, and goes on once it is not', async () => {
      ooni.block(true);
      await ask('failed');
      expect(await said()).toContain('this network may block OONI');
      ooni.block(false);
      await ask('answered');
    });

    test('leaves OONI alone after 429, on another visit too', async () => {
      Object.assign(ooni.quota, { left: 0 });
      await ask('failed');
      const { notBefore = 0, problem } = (await stored()) ?? {};
      expect(problem).toBe('quota');
      expect(notBefore - Date.now()).toBeGreaterThan(3_500_000);
      Object.assign(ooni.quota, { left: 4000 });
      await page.close();
      page = await open();
      await until('the failure is shown', async () => (await state()) === 'failed');
      await page.click(BUTTON);
      expect(await said()).toContain('You can ask again from');
      expect(ooni.requests).toHaveLength(1);
    });

    test('gives up an OONI that does not answer, and keeps what it said before', { timeout: 60_000 }, async () => {
      await ask('answered');
      const [known] = (await stored())?.opinions ?? [];
      const yesterday = { ...known, askedAt: Date.now() - 25 * 3_600_000 };
      await driver.storage.set('local', 'opinion', { opinions: [yesterday], triedAt: yesterday.askedAt });
      ooni.answers.push(() => {});
      await ask('failed', 40_000);
      expect(await stored()).toMatchObject({ opinions: [yesterday], problem: 'slow' });
      expect(await page.evaluate(() => document.querySelectorAll('[data-test]').length)).toBe(4);
    });
  },
);
