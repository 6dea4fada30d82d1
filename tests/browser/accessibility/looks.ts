import type { CDPSession, Page } from 'puppeteer-core';
import { BROWSER } from '../under-test.ts';

export interface Look {
  readonly width?: number;
  /** Device pixels for each pixel of the page: 2 is what a zoom of 200 % makes of it. */
  readonly zoom?: number;
  readonly theme?: 'light' | 'dark';
  readonly direction?: 'ltr' | 'rtl';
  /** Chromium only: WebDriver BiDi has no handle on media features. */
  readonly forcedColors?: boolean;
}

/** What a session emulates ends with it, so it stays. */
const sessions = new WeakMap<Page, CDPSession>();

/** The page as a person has it who set up the browser like this; all without motion. */
export async function dress(page: Page, { width = 360, zoom = 1, theme = 'light', direction, forcedColors }: Look) {
  if (BROWSER === 'chromium') {
    const session = sessions.get(page) ?? (await page.createCDPSession());
    sessions.set(page, session);
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-reduced-motion', value: 'reduce' },
        { name: 'forced-colors', value: forcedColors ? 'active' : 'none' },
      ],
    });
  }
  await page.evaluate(
    (theme, direction) => {
      const { documentElement } = document;
      const { dataset } = documentElement;
      dataset.theme = theme;
      dataset.direction ??= documentElement.dir;
      documentElement.dir = direction ?? dataset.direction;
    },
    theme,
    direction,
  );
  await page.setViewport({ width, height: 640, deviceScaleFactor: zoom });
}
