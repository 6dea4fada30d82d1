import { type Catalogue, type Edition, unpackCatalogue } from '../core/catalogue/packed.ts';
import { inItsTime, isEdition, readStored } from '../core/feed/holding.ts';
import { loadFeedSource } from './feed-source.ts';
import { editionItem } from './storage.ts';

let loaded: Promise<Edition> | null = null;
let isWatching = false;
let unpacked: { readonly edition: Edition; readonly catalogue: Catalogue } | null = null;

/**
 * The edition of the catalogue that holds: a newer one that was fetched, or else the package's. Read at its first use, and again when another
 * was fetched. The one place where the catalogue comes from: no script has room for it.
 *
 * @throws Error when it can't be read; nothing can be asked then
 */
export function loadEdition(): Promise<Edition> {
  if (!isWatching) editionItem.watch(forget);
  isWatching = true;
  loaded ??= load().catch((cause: unknown) => {
    // What failed once may work the next time.
    forget();
    throw new Error('The catalogue can’t be read', { cause });
  });
  return loaded;
}

/** The same, as what is asked. */
export async function loadCatalogue(): Promise<Catalogue> {
  const edition = await loadEdition();
  if (unpacked?.edition !== edition) unpacked = { edition, catalogue: unpackCatalogue(edition) };
  return unpacked.catalogue;
}

/** The package's own edition, whatever was fetched. */
export const loadPackaged = async (): Promise<Edition> => (await (await fetch('/catalogue.json')).json()) as Edition;

function forget(): void {
  loaded = null;
}

async function load(): Promise<Edition> {
  const [packaged, fetched] = await Promise.all([loadPackaged(), loadFetched().catch(() => null)]);
  if (!isEdition(packaged)) throw new TypeError('the package’s edition is damaged');
  const newer = fetched && readStored(fetched.stored, packaged, fetched.keys);
  return inItsTime(newer ?? packaged, Date.now());
}

/** What was fetched, and whose signature counts. The file with the keys is read only where there is something to hold against it. */
async function loadFetched() {
  const stored = await editionItem.getValue();
  return stored && { stored, keys: (await loadFeedSource()).keys };
}
