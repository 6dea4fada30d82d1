import { serviceRecords } from '../../core/catalogue/files.ts';
import type { Place } from '../../core/history/place.ts';
import type { Driver } from '../browser/driver.ts';
import { check, extensionFor } from './check.ts';
import { toDocument } from './document.ts';
import { filedPlace } from './filed-place.ts';
import { parseOptions, USAGE, UsageError } from './options.ts';
import { toTable } from './table.ts';
import { wordsOf } from './words.ts';

/** Ends with 0 when there is a verdict, whichever; 1 when the browser or the extension failed; 2 when the arguments are wrong. */
async function main(): Promise<number> {
  const services = serviceRecords();
  try {
    const options = parseOptions(
      process.argv.slice(2),
      services.map(({ id }) => id),
    );
    const extensionDir = await extensionFor(options);
    let place: Place | null = null;
    const afterwards = async (driver: Driver) => {
      place = await filedPlace(driver);
    };
    const document = toDocument(await check(extensionDir, options, { afterwards }), place);
    process.stdout.write(
      options.json ? `${JSON.stringify(document, null, 2)}\n` : toTable(document, services, wordsOf(extensionDir)),
    );
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${USAGE}`);
      return 2;
    }
    console.error(`The check failed: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

process.exitCode = await main();
