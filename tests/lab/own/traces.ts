import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { Driver } from '../../../scripts/browser/driver.ts';

/** Where credentials could have got to: everything that the extension stores, shows, exports or says. */
export interface Trace {
  readonly where: string;
  readonly text: string;
}

export async function traces(driver: Driver, page: Page): Promise<Trace[]> {
  return [
    { where: 'what the page shows', text: await page.evaluate(shown) },
    ...(JSON.parse(await page.evaluate(stored)) as Trace[]),
    ...(await exported(driver)),
  ];
}

/** Texts that hold one of the secrets, in any of the ways in which they are written. */
export const found = (traces: readonly Trace[], secrets: readonly string[]): string[] =>
  traces.flatMap(({ where, text }) => (secrets.flatMap(spellings).some((one) => text.includes(one)) ? [where] : []));

const spellings = (secret: string): string[] => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(secret).toString('hex'),
  Buffer.from(secret).toString('latin1'),
];

/** Files under the folder that hold one of the secrets as it is: what the browser itself writes down. */
export const foundOnDisk = (folder: string, secrets: readonly string[]): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    const isThere = secrets.some((secret) => bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le')));
    return isThere ? [`a file of the browser: ${path.slice(folder.length)}`] : [];
  });

/** What pages and workers print from now on. Firefox tells of pages only; its background never holds credentials. */
export function listen(browser: Browser): Trace[] {
  const said: Trace[] = [];
  const note = (where: string) => (message: { text(): string }) => void said.push({ where, text: message.text() });
  browser.on('targetcreated', async (target) => {
    const worker = target.type() === 'service_worker' ? await target.worker().catch(() => null) : null;
    worker?.on('console', note('console of the worker'));
    const hasPage = target.type() === 'page' || target.type() === 'background_page';
    const page = hasPage ? await target.page().catch(() => null) : null;
    page?.on('console', note(`console of ${target.url()}`));
    page?.on('pageerror', (error) => said.push({ where: `error in ${target.url()}`, text: String(error) }));
  });
  return said;
}

/** Of the timeline: every format, with everything that may be ticked. */
async function exported(driver: Driver): Promise<Trace[]> {
  const page = await driver.openPage('timeline.html');
  await page.waitForSelector('main > details', { timeout: 20_000 });
  const saved = JSON.parse(await page.evaluate(saveAll)) as Trace[];
  await page.close();
  if (saved.length < 4) throw new Error(`only ${saved.length} formats could be exported`);
  return saved;
}

/* What follows runs in the page, and sees nothing out here. */

function shown(): string {
  const typed = [...document.querySelectorAll<HTMLInputElement>('input:not([type=password]), textarea')];
  return [document.documentElement.outerHTML, ...typed.map(({ value }) => value)].join('\n');
}

async function stored(): Promise<string> {
  const asText = (value: unknown): string =>
    JSON.stringify(value, (_, part: unknown) =>
      part instanceof ArrayBuffer || ArrayBuffer.isView(part)
        ? new TextDecoder('latin1').decode(part as ArrayBuffer)
        : part,
    );
  const request = <T>(asked: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  const scope = globalThis as unknown as Record<'browser' | 'chrome', { storage: Record<string, Area> } | undefined>;
  interface Area {
    get(all: null): Promise<unknown>;
  }
  const { storage } = scope.browser ?? scope.chrome ?? { storage: {} };
  const found: { where: string; text: string }[] = [];
  for (const area of ['local', 'session', 'sync']) {
    const held = await storage[area]?.get(null).catch(() => null);
    found.push({ where: `storage.${area}`, text: asText(held) });
  }
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await request(indexedDB.open(name));
    for (const store of db.objectStoreNames) {
      const objects = db.transaction(store).objectStore(store);
      const text = asText([await request(objects.getAllKeys()), await request(objects.getAll())]);
      found.push({ where: `IndexedDB ${name}, ${store}`, text });
    }
    db.close();
  }
  found.push({ where: 'localStorage', text: asText({ ...localStorage, ...sessionStorage }) });
  found.push({ where: 'address', text: location.href });
  return JSON.stringify(found);
}

async function saveAll(): Promise<string> {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 300));
  for (const part of document.querySelectorAll<HTMLElement>('main > details > summary')) part.click();
  await pause();
  const radios = 'input[type=radio]';
  const [panel] = [...document.querySelectorAll('main > details .panel')].filter(
    (panel) => panel.querySelectorAll(radios).length >= 4,
  );
  // What is saved is caught, and no file written.
  const blobs: Blob[] = [];
  URL.createObjectURL = (content) => `blob:${blobs.push(content as Blob)}`;
  HTMLAnchorElement.prototype.click = () => {};
  const found: { where: string; text: string }[] = [];
  for (const format of panel?.querySelectorAll<HTMLInputElement>(radios) ?? []) {
    format.click();
    await pause();
    for (const tick of panel?.querySelectorAll<HTMLElement>('input[type=checkbox]:not(:checked)') ?? []) tick.click();
    await pause();
    panel?.querySelector<HTMLElement>('.panel-actions button')?.click();
    await pause();
    const files = await Promise.all(blobs.splice(0).map((blob) => blob.text()));
    found.push({ where: `export: ${format.closest('label')?.textContent}`, text: files.join('\n') });
  }
  return JSON.stringify(found);
}
