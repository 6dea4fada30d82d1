import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Progress, Snapshot } from '../../core/verdict/snapshot.ts';
import type { Settings } from '../../platform/settings.ts';
import { BLANK_PAGE } from '../../scripts/browser/extension-copy.ts';
import { launch } from '../../scripts/browser/launch.ts';
import { outputDir, targetOf } from '../../scripts/build/output.ts';
import type { Command, Done } from './session.ts';

/**
 * The bench's hand in the lab's client: a browser with the built extension, which does what it reads, a line of JSON each, and says how it
 * went. `node tests/bench/inside.ts BROWSER PROFILE`
 */
const [, , name, profileDir] = process.argv;
const browser = name === 'firefox' ? 'firefox' : 'chromium';
const driver = await launch({
  browser,
  extensionDir: outputDir(targetOf(browser)),
  ...(profileDir !== undefined && { profileDir }),
});
const say = (done: Done) => process.stdout.write(`${JSON.stringify(done)}\n`);

const snapshot = () => driver.storage.get<Snapshot>('local', 'snapshot');

/** Starts a round, and waits for its result. */
async function round(start: () => Promise<unknown>): Promise<Done> {
  const before = (await snapshot())?.takenAt;
  await start();
  for (const deadline = Date.now() + 40_000; Date.now() < deadline; await sleep(50)) {
    const now = await snapshot();
    const running = await driver.storage.get<Progress>('session', 'progress');
    if (now && now.takenAt !== before && running === null) {
      return { durationMs: now.durationMs, firstWordMs: now.firstWordMs, state: now.network.state };
    }
  }
  throw new Error('the round did not end');
}

/** Written rather than sent: a change of settings starts rounds of its own. */
const setAutomatic = async (automatic: boolean) =>
  driver.storage.set('local', 'settings', { ...(await driver.storage.get<Settings>('local', 'settings')), automatic });

/** As when the alarm of the background check rings. */
async function ringTheAlarm(): Promise<void> {
  await setAutomatic(true);
  const page = await driver.openPage(BLANK_PAGE);
  await page.evaluate(() => {
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    return (scope.browser ?? scope.chrome).alarms.create('check', { when: Date.now() });
  });
}

interface Api {
  readonly alarms: { create(name: string, when: { when: number }): Promise<void> };
}

/** How long the browser itself waits for a silent STUN server, when nobody stops it, ms. */
async function ownPatience(url: string): Promise<Done> {
  const page = await driver.openPage(BLANK_PAGE);
  const durationMs = await page.evaluate(async (urls) => {
    const began = performance.now();
    const connection = new RTCPeerConnection({ iceServers: [{ urls }] });
    connection.createDataChannel('');
    const gathered = new Promise((resolve) => {
      connection.addEventListener('icegatheringstatechange', () => {
        if (connection.iceGatheringState === 'complete') resolve(undefined);
      });
    });
    await connection.setLocalDescription(await connection.createOffer());
    await gathered;
    connection.close();
    return performance.now() - began;
  }, url);
  return { durationMs };
}

/** Closes every page of the extension: nothing but its background may keep it alive. */
async function rest(): Promise<Done> {
  const page = await driver.openPage(BLANK_PAGE);
  const window = page.browser();
  await window.newPage();
  for (const open of await window.pages()) if (open.url().startsWith(driver.origin)) await open.close();
  return { durationMs: 0 };
}

function obey(command: Exclude<Command, { readonly do: 'end' }>): Promise<Done> {
  switch (command.do) {
    case 'full':
      return round(() => driver.sendMessage('checkNow', { confirm: false }));
    case 'light':
      return round(ringTheAlarm).finally(() => setAutomatic(false));
    case 'patience':
      return ownPatience(command.url);
    case 'rest':
      return rest();
  }
}

await driver.sendMessage('saveSettings', { services: null, automatic: false, updates: false });
await driver.storage.set('local', 'consent', { agreedAt: Date.now() });
say({ durationMs: 0 });
for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line) as Command;
  if (command.do === 'end') break;
  if ('services' in command && command.services !== undefined) {
    await driver.sendMessage('saveSettings', { services: command.services });
  }
  say(await obey(command));
}
await driver.close();
process.exit(0);
