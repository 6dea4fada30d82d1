import { setTimeout as sleep } from 'node:timers/promises';
import { launch } from '../../scripts/browser/launch.ts';
import { outputDir, targetOf } from '../../scripts/build/output.ts';

/** What a person does in a first sitting, up to the question of consent or past it: `node tests/browser/sitting.ts firefox agree`. */
const [, , name, answer] = process.argv;
const browser = name === 'firefox' ? 'firefox' : 'chromium';

const driver = await launch({ browser, extensionDir: outputDir(targetOf(browser)) });
await driver.openPage('popup.html');
await sleep(1000);
if (answer === 'agree') {
  await driver.sendMessage('agree');
} else {
  // Asked to check all the same, and woken again: neither is consent.
  await driver.sendMessage('checkNow', { confirm: true });
  await driver.stopWorker();
  await driver.openPage('popup.html');
}
await sleep(4000);
await driver.close();
