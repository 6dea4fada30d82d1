import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { TestCall } from '../../../core/call/call.ts';
import { ROUND_LIMIT_MS } from '../../../scripts/check/rounds.ts';
import type { Answer } from './commands.ts';
import type { CallStep, ServerWish } from './scenario.ts';

/** What a person does on the page of their servers. */

const FORM = 'form[data-form="server"]';
const CARD = 'article[data-server]';
export const NAME = "A friend's relay";

/** Longer than three calls may take, with the ends of their silences. */
const CALLS_LIMIT_MS = 180_000;
const LIMIT_MS = 20_000;

/** Types or pastes a server into the form, and keeps it. Resolves to its id. */
export async function addServer(page: Page, { paste, credentials }: ServerWish): Promise<string> {
  await page.waitForSelector('button[data-do=add]', { timeout: LIMIT_MS });
  await page.click('button[data-do=add]');
  await page.waitForSelector(FORM, { timeout: LIMIT_MS });
  await fill(page, 'name', NAME);
  await fill(page, 'addresses', paste);
  // What was pasted as a list is laid out over the fields a moment later.
  const isList = () => /^\s*[[{]/.test(document.querySelector<HTMLTextAreaElement>('[name=addresses]')?.value ?? '');
  for (let tries = 0; tries < 40 && (await page.evaluate(isList)); tries++) await sleep(50);
  if (credentials) {
    await choose(page, `${FORM} input[name=scheme][value=${credentials.scheme}]`);
    await page.waitForSelector(`${FORM} input[name=password]`, { timeout: LIMIT_MS });
    await fill(page, 'username', credentials.username);
    await fill(page, 'password', credentials.password);
  }
  await page.click(`${FORM} button[type=submit]`);
  await page.waitForSelector(`${CARD}, ${FORM} [role=alert]:not(:empty)`, { timeout: LIMIT_MS });
  const id = await page.evaluate((card) => document.querySelector<HTMLElement>(card)?.dataset.server ?? null, CARD);
  if (id !== null) return id;
  throw new Error(`the form says: ${await page.$eval(FORM, (form) => form.textContent)}`);
}

async function fill(page: Page, name: string, value: string): Promise<void> {
  await page.$eval(
    `${FORM} [name=${name}]`,
    (field, value) => {
      (field as HTMLInputElement).value = value;
      for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    },
    value,
  );
}

const choose = (page: Page, radio: string): Promise<void> =>
  page.$eval(radio, (input) => (input as HTMLInputElement).click());

/** Starts a test call, and waits for its end or leaves it before. */
export async function call(page: Page, over: CallStep['call'], leave: CallStep['leave']): Promise<Answer<'call'>> {
  const startedAt = Date.now();
  await choose(page, `${CARD} input[name=transports][value=${over}]`);
  await page.click(`${CARD} button[data-do=call]`);
  await reach(page, 'data-call', 'running', LIMIT_MS);
  if (leave) await sleep(startedAt + leave.afterMs - Date.now());
  if (leave?.by === 'closing the page') {
    await page.close();
    return { conclusion: null, kept: null };
  }
  if (leave) await page.click(`${CARD} button[data-do=cancel]`);
  await reach(page, 'data-call', 'ended', leave ? LIMIT_MS : CALLS_LIMIT_MS);
  const conclusion = await page.$eval(
    `${CARD} [data-call]`,
    (part) => (part as HTMLElement).dataset.conclusion ?? null,
  );
  return { conclusion, kept: await keptCall(page, startedAt) };
}

/** Runs the quick test. Resolves to what the page says of it. */
export async function quickTest(page: Page): Promise<string> {
  await page.click(`${CARD} button[data-do=test]`);
  await reach(page, 'data-test', 'running', LIMIT_MS);
  await reach(page, 'data-test', 'ended', 60_000);
  return page.$eval(`${CARD} [data-test]`, (part) => part.textContent);
}

async function reach(page: Page, attribute: string, state: string, limitMs: number): Promise<void> {
  const is = () => page.$eval(`${CARD} [${attribute}]`, (part, name) => part.getAttribute(name), attribute);
  for (const deadline = Date.now() + limitMs; Date.now() < deadline; await sleep(20)) {
    const now = await is();
    // What takes no time is over before anybody sees it run.
    if (now === state || (state === 'running' && now === 'ended')) return;
  }
  throw new Error(`${attribute} is ${await is()} after ${limitMs} ms, not ${state}`);
}

/** The call as the history keeps it, once a round has named the network. */
async function keptCall(page: Page, startedAt: number): Promise<TestCall | null> {
  await reach(page, 'data-kept', 'true', ROUND_LIMIT_MS);
  // As text: WebDriver BiDi cuts deep objects off.
  const calls = JSON.parse(await page.evaluate(readCalls)) as TestCall[];
  return calls.findLast(({ at }) => at >= startedAt) ?? null;
}

/** Runs in the page, and sees nothing out here. */
const readCalls = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('ringback');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      if (!db.objectStoreNames.contains('calls')) {
        db.close();
        return resolve('[]');
      }
      const reading = db.transaction('calls').objectStore('calls').getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        db.close();
        resolve(JSON.stringify(reading.result));
      };
    };
  });
