import * as v from 'valibot';
import { serviceById } from '../core/catalogue/index.ts';
import { DEFAULT_SETTINGS, fitting } from './defaults.ts';
import type { Settings } from './settings.ts';

/** Choices as a file, to keep or to take to another browser. The person's own servers are not among them: such a file may be handed on. */

const FORMAT = 'ringback-settings';
const VERSION = 1;
/** Twenty times what the longest choice of services takes. */
const MOST_BYTES = 64 * 1024;

export const REFUSALS = ['too-large', 'damaged', 'foreign', 'newer'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What a file brings, and how many of its values did not fit; or why none of it is taken. */
export type ReadFile =
  | { readonly settings: Partial<Settings>; readonly leftOut: number; readonly locked: number }
  | { readonly refusal: Refusal };

const Ours = v.object({ format: v.literal(FORMAT) });
const Versioned = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) });
const Content = v.object({ settings: v.record(v.string(), v.unknown()) });

export const settingsFile = (settings: Settings): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, settings }, null, 2)}\n`;

/**
 * Reads a file that may be anything. What this version does not know is passed over, and so is what an organisation has locked.
 *
 * @param locked names of settings
 */
export async function readSettingsFile(file: Blob, locked: readonly string[]): Promise<ReadFile> {
  if (file.size > MOST_BYTES) return { refusal: 'too-large' };
  const content = parsed(await file.text());
  if (content === undefined) return { refusal: 'damaged' };
  if (!v.is(Ours, content)) return { refusal: 'foreign' };
  if (!v.is(Versioned, content)) return { refusal: 'damaged' };
  if (content.version > VERSION) return { refusal: 'newer' };
  if (!v.is(Content, content)) return { refusal: 'damaged' };

  const known = Object.keys(content.settings).filter((name) => Object.hasOwn(DEFAULT_SETTINGS, name));
  const fit = fitting(content.settings).flatMap(([name, value]) =>
    name === 'services' ? services(value) : [[name, value]],
  );
  const open = fit.filter(([name]) => !locked.includes(name as string));
  return {
    settings: Object.fromEntries(open),
    leftOut: known.length - fit.length,
    locked: fit.length - open.length,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Services that the catalogue does not know can't be checked. If it knows none of them, the file says nothing about services. */
function services(ids: unknown): ['services', unknown][] {
  if (!Array.isArray(ids)) return [['services', ids]];
  const known = ids.filter((id) => serviceById(id));
  return known.length > 0 || ids.length === 0 ? [['services', known]] : [];
}
