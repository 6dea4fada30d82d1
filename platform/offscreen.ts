import { browser } from 'wxt/browser';
import { FOR_CHROMIUM, FOR_FIREFOX } from '../probes/build.ts';
import { LEND } from './ports.ts';

/**
 * The hidden page: it keeps the history, so that the background need not carry the code for it, and in Chromium it lends the service worker
 * WebRTC, which a worker does not have. There is at most one, and only while somebody needs it.
 *
 * In Chromium it outlives the worker, so a worker that starts again may find one and adopts it. In Firefox, whose background is a page, it
 * is a frame of that.
 */
const PAGE = '/offscreen.html';

let opening: Promise<void> | null = null;
/** A page on its way out answers nothing any more, and takes messages all the same: the next one waits until it is gone. */
let closing: Promise<void> = Promise.resolve();
/** Rounds, long looks and filings that need the page now: the last one closes it. */
let users = 0;

export interface Loan {
  /** Resolves when the page is there. */
  open(): Promise<void>;
  /** Gives back what was needed. */
  close(): Promise<void>;
}

/** For the background, in its first turn: the page stays while a page that asked for it does, and the port tells when it is there. */
export function lendToPages(): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== LEND) return;
    const page = borrowOffscreen();
    port.onDisconnect.addListener(() => page.close());
    // A page that does not hear in time gives up by itself.
    void page
      .open()
      .then(() => port.postMessage(''))
      .catch(() => {});
  });
}

export function borrowOffscreen(): Loan {
  users++;
  return {
    open() {
      opening ??= closing.then(openPage).catch((error: unknown) => {
        opening = null;
        throw error;
      });
      return opening;
    },
    async close() {
      if (--users === 0) await closeOffscreen();
    },
  };
}

/**
 * True in browsers whose background has no WebRTC and lends a page for it. A build is for one kind of browser and carries the way of that
 * one only; tests play both.
 */
export const lendsOffscreen = (): boolean => FOR_CHROMIUM && (!FOR_FIREFOX || browser.offscreen !== undefined);

const openPage = (): Promise<void> => (FOR_FIREFOX && !lendsOffscreen() ? openFrame() : openDocument());

async function openDocument(): Promise<void> {
  if (await isOpen()) return;
  await browser.offscreen.createDocument({
    url: browser.runtime.getURL(PAGE),
    reasons: ['WEB_RTC'],
    justification: 'Asks STUN and TURN servers whether calls can get through.',
  });
}

async function openFrame(): Promise<void> {
  const frame = document.createElement('iframe');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  frame.src = PAGE;
  document.body.append(frame);
  await loaded;
}

/** For a user that got no answer: opens a fresh page next, unless others use the one that there is. */
export async function renewOffscreen(): Promise<void> {
  if (users === 1) await closeOffscreen();
}

export function closeOffscreen(): Promise<void> {
  opening = null;
  const closed = closing.then(closePage);
  closing = closed.catch(() => {});
  return closed;
}

async function closePage(): Promise<void> {
  if (FOR_FIREFOX && !lendsOffscreen()) document.querySelector('iframe')?.remove();
  else if (await isOpen()) await browser.offscreen.closeDocument();
}

async function isOpen(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return contexts.length > 0;
}
