import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { ROOT } from '../build/output.ts';

/** The texts of one language, by key. */
export type Texts = ReadonlyMap<string, string>;

/** Every language that has a file in `locales/`, by its tag as `Intl` writes it; English first, the others by the alphabet. */
export async function readLocales(folder = join(ROOT, 'locales')): Promise<ReadonlyMap<string, Texts>> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort((a, b) => Number(b === 'en.yml') - Number(a === 'en.yml') || a.localeCompare(b, 'en'));
  const locales = names.map(async (name) => {
    const parsed = await parseMessagesFile(join(folder, name));
    const texts = parsed.map((one) => [one.key.join('.'), 'message' in one ? one.message : ''] as const);
    // Browsers name folders with an underscore.
    const tag = name.replace(/\.yml$/, '').replace('_', '-');
    return [tag, new Map(texts.filter(([key]) => !key.startsWith('@@')))] as const;
  });
  return new Map(await Promise.all(locales));
}
