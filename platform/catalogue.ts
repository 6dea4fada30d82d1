import { browser } from 'wxt/browser';
import { type Catalogue, type PackedCatalogue, unpackCatalogue } from '../core/catalogue/packed.ts';

let catalogue: Promise<Catalogue> | null = null;

/**
 * The catalogue for the background, read from the extension's own files at its first use: its script has no room for it. The one place
 * where the background's catalogue comes from.
 *
 * @throws Error when it can't be read; nothing can be asked then
 */
export function loadCatalogue(): Promise<Catalogue> {
  catalogue ??= load().catch((cause: unknown) => {
    // What failed once may work the next time.
    catalogue = null;
    throw new Error('The catalogue can’t be read', { cause });
  });
  return catalogue;
}

async function load(): Promise<Catalogue> {
  const response = await fetch(browser.runtime.getURL('/catalogue.json'));
  return unpackCatalogue((await response.json()) as PackedCatalogue);
}
