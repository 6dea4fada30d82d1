import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import type { CallProgress, CallTransport, TestCall } from '../../../core/call/call.ts';
import type { Credentials } from '../../../core/own/credentials.ts';
import type { OwnAddress } from '../../../core/own/server.ts';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { ROOT } from '../../../scripts/build/output.ts';
import { authority } from '../../lab/certificates.ts';
import { agreeQuietly, openDriver } from '../open-driver.ts';
import { BROWSER, EXTENSION } from '../under-test.ts';
import { until } from '../until.ts';
import { USER } from './relay.ts';

const PAGE = 'calls-for-test.html';

/** Firefox leaves this machine's own addresses out of calls. */
const LOOPBACK =
  BROWSER === 'firefox'
    ? { prefs: { 'media.peerconnection.ice.loopback': true, 'network.dns.forceResolve': '127.0.0.1' } }
    : {};

/** The built extension with one page more, from which a call can be asked for. */
async function withPage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-calls-'));
  cpSync(EXTENSION, folder, { recursive: true });
  await build({
    configFile: false,
    root: ROOT,
    mode: 'production',
    logLevel: 'warn',
    define: { 'import.meta.env.FIREFOX': String(BROWSER === 'firefox') },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      modulePreload: false,
      rollupOptions: {
        input: join(import.meta.dirname, 'page.ts'),
        output: { entryFileNames: 'calls-for-test.js', chunkFileNames: 'chunks/[name]-for-test.js' },
      },
    },
  });
  writeFileSync(
    join(folder, PAGE),
    '<!doctype html><title>Calls</title><button>Call</button><script type="module" src="/calls-for-test.js"></script>',
  );
  return folder;
}

export interface Bench {
  readonly driver: Driver;
  open(): Promise<Caller>;
  close(): Promise<void>;
}

export interface Caller {
  readonly page: Page;
  /** Asks for a call by a click. */
  call(wish: {
    readonly addresses: readonly OwnAddress[];
    readonly transports: readonly CallTransport[];
    readonly credentials?: Credentials;
  }): Promise<void>;
  progress(): Promise<readonly CallProgress[]>;
  cancel(): Promise<void>;
  /** Waits for the end. */
  ended(): Promise<TestCall>;
}

export async function openBench(): Promise<Bench> {
  const extensionDir = await withPage();
  const { certificate: caPem } = await authority('trusted');
  const driver = await openDriver({ extensionDir, caPem, ...LOOPBACK });
  await agreeQuietly(driver);
  return {
    driver,
    open: async () => callerOn(await driver.openPage(PAGE)),
    async close() {
      await driver.close();
      rmSync(extensionDir, { recursive: true });
    },
  };
}

function callerOn(page: Page): Caller {
  /** As text: WebDriver BiDi cuts deep objects off. */
  const read = async <T>(name: 'progress' | 'ended'): Promise<T> =>
    JSON.parse(await page.evaluate((name) => JSON.stringify(window.call[name]), name)) as T;
  return {
    page,
    async call({ addresses, transports, credentials = { kind: 'password', ...USER } }) {
      const wish = JSON.stringify({ addresses, transports, credentials });
      await page.evaluate((wish) => {
        Object.assign(window.call, { wish: JSON.parse(wish), progress: [], ended: null });
      }, wish);
      await page.bringToFront();
      await page.click('button');
    },
    progress: () => read('progress'),
    cancel: () => page.evaluate(() => window.call.running?.cancel()),
    async ended() {
      await until('the call ends', async () => (await read('ended')) !== null);
      return read('ended');
    },
  };
}
