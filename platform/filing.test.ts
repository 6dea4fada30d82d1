import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { snapshot } from '../core/verdict/testing-snapshot.ts';
import { type Extension, extension } from '../probes/testing/extension.ts';
import { fileRound } from './filing.ts';
import { sendMessage } from './messages.ts';
import { borrowOffscreen, closeOffscreen } from './offscreen.ts';

vi.mock('./messages.ts', () => ({ sendMessage: vi.fn(async () => null) }));

let browser: Extension;
beforeEach(async () => {
  browser = extension('chromium');
  await closeOffscreen();
});
afterEach(() => vi.unstubAllGlobals());

test('The page that has seen a round files it: it alone knows the address', async () => {
  const round = borrowOffscreen();
  await round.open();
  const filed = fileRound(snapshot({}));
  await round.close();
  await filed;
  expect(browser.offscreen.createDocument).toHaveBeenCalledOnce();
  expect(browser.offscreen.open).toBe(false);
});

describe('a round that can’t be filed', () => {
  beforeEach(() => void vi.mocked(sendMessage).mockRejectedValueOnce(new Error('backing store')));
  afterEach(() => vi.mocked(sendMessage).mockReset());

  test('is given to a fresh page', async () => {
    await fileRound(snapshot({}));
    expect(browser.offscreen.createDocument).toHaveBeenCalledTimes(2);
  });

  test('does not close the page through which another round asks', async () => {
    const round = borrowOffscreen();
    await round.open();
    await fileRound(snapshot({}));
    expect(browser.offscreen.closeDocument).not.toHaveBeenCalled();
    await round.close();
  });
});
