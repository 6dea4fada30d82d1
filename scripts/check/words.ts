import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Looks a text of the extension up by its key in `locales/` and fills in its pieces. */
export type Words = (key: string, ...pieces: readonly string[]) => string;

/** The same words that the popup uses, out of the built extension. A key without a text is shown as it is. */
export function wordsOf(extensionDir: string): Words {
  const file = join(extensionDir, '_locales', 'en', 'messages.json');
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, { readonly message: string }>>;
  return (key, ...pieces) => {
    const id = key.replaceAll(/[.-]/g, '_');
    return (messages[id]?.message ?? key).replaceAll(/\$(\d)/g, (_, number) => pieces[Number(number) - 1] ?? '');
  };
}
