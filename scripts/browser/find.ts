import { type BrowserFamily, findBrowser } from '../setup/browsers.mjs';
import { missing } from '../setup/needs.mjs';

/** Path of the browser's program. */
export function browserProgram(family: BrowserFamily): string {
  const path = findBrowser(family);
  if (path === null) throw new Error(missing(family) ?? `${family} was not found.`);
  return path;
}
