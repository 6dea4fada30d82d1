import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { parseHTML } from 'linkedom';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';

/**
 * A page in Node for tests of views, with the English texts: it lays nothing out and draws nothing. Importing it installs it, so it
 * comes before Preact; texts come by
 *
 *   vi.mock('#i18n', async () => ({ i18n: (await import('./testing-page.ts')).i18n }));
 */
const { document, window } = parseHTML('<!doctype html><html><body><main></main></body></html>');
Object.assign(globalThis, {
  document,
  window,
  Event: window.Event,
  MutationObserver: window.MutationObserver,
  matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
});

const messages = await parseMessagesFile(join(import.meta.dirname, '../locales/en.yml'));
const texts = new Map(messages.map((message) => [message.key.join('.'), 'message' in message ? message.message : '']));

export const i18n = {
  t: (key: string, pieces: readonly string[] = []): string =>
    key === '@@ui_locale'
      ? 'en'
      : key === '@@bidi_dir'
        ? 'ltr'
        : (texts.get(key) ?? `no text ${key}`).replace(/\$(\d)/g, (_, place) => pieces[place - 1] ?? ''),
};

export async function show(view: ComponentChild): Promise<HTMLElement> {
  const main = document.querySelector('main') as unknown as HTMLElement;
  await act(async () => {
    render(null, main);
    render(view, main);
  });
  return main;
}

/** The control with this label or words. */
export function find<Kind extends Element = HTMLElement>(page: Element, selector: string, words: string): Kind {
  const found = [...page.querySelectorAll(selector)].find((element) => {
    const named = element.matches('option') ? element : (element.closest('label') ?? element);
    return named.textContent.startsWith(words);
  });
  if (!found) throw new Error(`no ${selector} says “${words}”: ${page.textContent}`);
  return found as Kind;
}

/** Ticks or picks it, as a click does. */
export const tick = (control: HTMLInputElement): Promise<void> =>
  after(() => {
    control.checked = true;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  });

/** Picks the option with these words. */
export const choose = (select: Element, words: string): Promise<void> =>
  after(() => {
    find<HTMLOptionElement>(select, 'option', words).selected = true;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });

/** Lets everything happen that follows from something that a person does: views, their effects, and what these read. */
export async function after(deed: () => void): Promise<void> {
  for (const step of [deed, () => {}]) {
    await act(async () => {
      step();
      await new Promise((resolve) => setTimeout(resolve));
    });
  }
}
