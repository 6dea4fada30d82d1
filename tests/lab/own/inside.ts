import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Progress, Snapshot } from '../../../core/verdict/snapshot.ts';
import { BLANK_PAGE } from '../../../scripts/browser/extension-copy.ts';
import { launch } from '../../../scripts/browser/launch.ts';
import { outputDir, targetOf } from '../../../scripts/build/output.ts';
import { makeReady } from '../../../scripts/check/check.ts';
import { toDocument } from '../../../scripts/check/document.ts';
import { runRounds } from '../../../scripts/check/rounds.ts';
import type { Command, Reply } from './commands.ts';
import { addServer, call, NAME, quickTest } from './page.ts';
import { OTHERS } from './scenario.ts';
import { found, foundOnDisk, listen, traces } from './traces.ts';

/** `node tests/lab/own/inside.ts BROWSER FOLDER`: a browser in the lab's client that does as it reads, a line of JSON each, and answers. */
const [, , name, folder = ''] = process.argv;
// The profile is there: whoever ends this process removes it.
process.env.TMPDIR = folder;
const browser = name === 'firefox' ? 'firefox' : 'chromium';
const driver = await launch({ browser, extensionDir: outputDir(targetOf(browser)) });
const first = await driver.openPage(BLANK_PAGE);
const said = listen(first.browser());
const say = (reply: Reply) => process.stdout.write(`${JSON.stringify(reply)}\n`);

let opened: Page | undefined;
/** The page of the person's servers; it stays open until somebody closes it. */
async function servers(): Promise<Page> {
  if (!opened || opened.isClosed()) opened = await driver.openPage('servers.html');
  return opened;
}

/** When the last round was taken before the last call. */
let seenAt = 0;
const snapshot = () => driver.storage.get<Snapshot>('local', 'snapshot');

/** The round that a call sets off. */
async function nextRound(): Promise<Snapshot> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(100)) {
    const [now, running] = [await snapshot(), await driver.storage.get<Progress>('session', 'progress')];
    if (now && now.takenAt > seenAt && running === null) return now;
  }
  throw new Error('no round followed the call');
}

async function obey(command: Command): Promise<unknown> {
  switch (command.do) {
    case 'add':
      return { id: await addServer(await servers(), command.server) };
    case 'call':
      seenAt = (await snapshot())?.takenAt ?? 0;
      return call(await servers(), command.over, command.leave).finally(() => {
        if (command.leave?.by === 'closing the page') opened = undefined;
      });
    case 'next round':
      return toDocument([await nextRound()]);
    case 'rounds': {
      const [one, ...more] = await runRounds(driver, { rounds: command.count, spacing: 1, explained: false });
      if (!one) throw new Error('no round took place');
      return toDocument([one, ...more]);
    }
    case 'test':
      return { text: await quickTest(await servers()) };
    case 'look for': {
      const all = [...said, ...(await traces(driver, await servers()))];
      // What is stored in the clear has to be found, or nothing was looked through.
      if (!found(all, [NAME]).includes('storage.local')) throw new Error('the search finds nothing');
      return [...found(all, command.secrets), ...foundOnDisk(folder, command.secrets)];
    }
    case 'end':
      return null;
  }
}

await makeReady(driver, { services: OTHERS, detail: false });
say({ done: null });
for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line) as Command;
  if (command.do === 'end') break;
  say(
    await obey(command).then(
      (done) => ({ done }),
      (error: unknown) => ({ failed: String(error) }),
    ),
  );
}
await driver.close();
say({ done: null });
process.exit(0);
