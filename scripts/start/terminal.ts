import { join } from 'node:path';
import { serviceRecords } from '../../core/catalogue/files.ts';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import { picturePopup } from '../browser/picture.ts';
import { ROOT } from '../build/output.ts';
import { check } from '../check/check.ts';
import { toDocument } from '../check/document.ts';
import { toTable } from '../check/table.ts';
import { wordsOf } from '../check/words.ts';
import type { StartOptions } from './options.ts';

const PICTURE = '.output/popup.png';

/** Without a display: one check in a headless browser, its verdict as a table, and a picture of the popup. */
export async function showInTerminal(options: StartOptions, extensionDir: string): Promise<void> {
  console.log(`No display here, so the extension runs in a headless ${options.browser} and this is what it says:`);
  const snapshots = await check(extensionDir, options, {
    enough: options.fixedRounds ? () => false : isSettled,
    afterwards: (driver) => picturePopup(driver, join(ROOT, PICTURE)),
  });
  process.stdout.write(toTable(toDocument(snapshots), serviceRecords(), wordsOf(extensionDir)));
  console.log(`The popup looks like this: ${PICTURE}`);
}

/** Answers are proof at once; silence takes rounds; and offline there is nothing to wait for. */
const isSettled = ({ network, services }: Snapshot) =>
  network.state === 'offline' || services.every(({ calls, messages }) => calls.failing === 0 && messages.failing === 0);
