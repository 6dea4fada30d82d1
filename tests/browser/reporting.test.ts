import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Outcome } from '../../core/reporting/queue.ts';
import type { Driver } from '../../scripts/browser/driver.ts';
import { which } from '../../scripts/setup/run.mjs';
import { authority, leafFiles } from '../lab/certificates.ts';
import { type OtlpReceiver, otlpReceiver } from '../reporting/receiver.ts';
import { type WithPage, withPage } from './added-page.ts';
import { openDriver } from './open-driver.ts';

/** What a browser lets an extension's page send, under this extension's manifest: nothing but CORS opens the way to a receiver. */

const SCRIPT = "import { sendReport } from '~/platform/reporting.ts'; Object.assign(globalThis, { sendReport });";

describe.skipIf(which('openssl') === null || which('certutil') === null)(
  'a report from a page (needs openssl and certutil)',
  () => {
    let driver: Driver;
    let page: Page;
    let receiver: OtlpReceiver;
    let extension: WithPage;
    const send = (headers: Record<string, string> = {}) =>
      page.evaluate(
        (reporting) =>
          (globalThis as unknown as { sendReport(body: Uint8Array, to: object): Promise<Outcome> }).sendReport(
            Uint8Array.of(),
            reporting,
          ),
        { endpoint: receiver.endpoint, headers },
      );

    beforeAll(async () => {
      extension = await withPage('reporting', SCRIPT);
      const trusted = await authority('trusted');
      receiver = await otlpReceiver(await leafFiles(trusted, { hosts: ['127.0.0.1'] }));
      driver = await openDriver({ extensionDir: extension.folder, caPem: trusted.certificate });
      page = await driver.openPage(extension.page);
    });
    afterAll(async () => {
      await driver?.close();
      await receiver?.close();
      extension?.discard();
    });

    test('arrives with its token, and without anything of the browser that would name a person', async () => {
      expect(await send({ Authorization: 'Bearer secret' })).toEqual({ kind: 'taken', rejected: 0, message: '' });
      expect(receiver.requests).toHaveLength(1);
      const [headers] = receiver.headers;
      expect(headers).toMatchObject({
        authorization: 'Bearer secret',
        'content-type': 'application/x-protobuf',
        'content-encoding': 'gzip',
        origin: driver.origin.slice(0, -1),
      });
      for (const name of ['cookie', 'referer']) expect(headers).not.toHaveProperty(name);
    });

    test('hears how long a busy receiver wants to be left alone', async () => {
      receiver.answers.push({ status: 429, message: 'slow down', headers: { 'Retry-After': '120' } });
      expect(await send()).toEqual({ kind: 'later', message: 'HTTP 429: slow down', afterMs: 120_000 });
    });

    test('does not leave the browser for a receiver that has not allowed it', async () => {
      const before = receiver.headers.length;
      // A new name for a header, so that no earlier permission is remembered.
      const allowed = receiver.allowed.splice(0);
      expect(await send({ 'X-Other': '1' })).toMatchObject({ kind: 'later' });
      expect(receiver.headers).toHaveLength(before);
      receiver.allowed.push(...allowed);
    });
  },
);
