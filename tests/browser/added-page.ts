import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { BROWSER, EXTENSION } from './under-test.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A copy of the built extension with a page more: what the product does not do by itself can be done there, under the same manifest. */
export interface WithPage {
  readonly folder: string;
  /** To be opened by the driver. */
  readonly page: string;
  discard(): void;
}

/** @param script TypeScript, run by the page; `~/` in its imports is the repository. */
export async function withPage(name: string, script: string): Promise<WithPage> {
  const folder = mkdtempSync(join(tmpdir(), `ringback-${name}-`));
  cpSync(EXTENSION, folder, { recursive: true });
  const entry = join(folder, 'entry.ts');
  writeFileSync(entry, script);
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    define: { 'import.meta.env.FIREFOX': String(BROWSER === 'firefox') },
    resolve: { alias: { '~': ROOT } },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: { entry, formats: ['es'], fileName: () => `${name}.js` },
    },
  });
  const page = `${name}.html`;
  writeFileSync(
    join(folder, page),
    `<!doctype html><title>${name}</title><script type="module" src="${name}.js"></script>`,
  );
  return { folder, page, discard: () => rmSync(folder, { recursive: true, force: true }) };
}
