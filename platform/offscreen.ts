import { browser } from 'wxt/browser';

/**
 * Chromium's hidden page for WebRTC, which a service worker does not have. There is at most one; it outlives the worker, so a worker
 * that starts again may find one and adopts it.
 */
const PAGE = '/offscreen.html';

let opening: Promise<void> | null = null;

export function openOffscreen(): Promise<void> {
  opening ??= open().catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

async function open(): Promise<void> {
  if (await isOpen()) return;
  await browser.offscreen.createDocument({
    url: browser.runtime.getURL(PAGE),
    reasons: ['WEB_RTC'],
    justification: 'Asks STUN and TURN servers whether calls can get through.',
  });
}

/**
 * True in browsers whose background has no WebRTC and lends a page for it. A build is for one kind of browser and carries the way of that
 * one only; tests play both.
 */
export const lendsOffscreen = (): boolean =>
  import.meta.env.PROD ? !import.meta.env.FIREFOX : browser.offscreen !== undefined;

export async function closeOffscreen(): Promise<void> {
  if (!lendsOffscreen()) return;
  opening = null;
  if (await isOpen()) await browser.offscreen.closeDocument();
}

async function isOpen(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return contexts.length > 0;
}
