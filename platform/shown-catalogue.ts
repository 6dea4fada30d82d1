import { takeEdition } from '../core/catalogue/current.ts';
import { loadEdition } from './catalogue.ts';
import { complain } from './complaints.ts';

/**
 * Reads the edition of the catalogue that a page shows: to be started first, and awaited before the first paint. Where even the package's
 * file can't be read it keeps the error, and the page goes on without names of services.
 */
export async function showCatalogue(): Promise<void> {
  try {
    takeEdition(await loadEdition());
  } catch (error) {
    complain('catalogue not read', error);
  }
}
