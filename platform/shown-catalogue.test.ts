import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { edition, takeEdition } from '../core/catalogue/current.ts';
import { extension } from '../probes/testing/extension.ts';
import { complaintsItem } from './complaints.ts';
import { showCatalogue } from './shown-catalogue.ts';

const before = edition();
beforeEach(() => {
  extension();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  takeEdition(before);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('A file that can’t be read is complained of, and what was shown stays', async () => {
  vi.stubGlobal('fetch', async () => new Response('<html>'));
  await showCatalogue();
  expect(edition()).toBe(before);
  await vi.waitFor(async () =>
    expect(await complaintsItem.getValue()).toMatchObject([{ where: 'catalogue not read' }]),
  );
});

test('What holds is shown', async () => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ ...before, serial: 12 })));
  await showCatalogue();
  expect(edition().serial).toBe(12);
});
