import { expect, test, vi } from 'vitest';
import { call, transportCall } from '../core/history/testing.ts';
import { callWords } from './call-words.ts';

vi.mock('#i18n', async () => ({ i18n: (await import('./testing-page.ts')).i18n }));

test('A test call is told by what it says, and by how each way of it sounded', () => {
  expect(callWords(call(0))).toBe('The test call works. UDP: 80 ms there and back · 0% lost · good for voice');
});

test('What was cut off is not called good for voice, however well it sounded before', () => {
  expect(
    callWords(call(0, { conclusion: 'cut', calls: [transportCall({ end: 'cut', cutAfterS: 3, loss: 0.125 })] })),
  ).toBe('The test call was cut. UDP: cut after 3 sec · 80 ms there and back · 12.5% lost');
});

test('What the browser did not tell is left out, and so is a way over which no sound came', () => {
  const calls = [
    transportCall({ end: 'silent' }),
    transportCall({ transport: 'tcp', roundTripMs: null, loss: null, mos: 3.2 }),
    transportCall({ transport: 'tls', roundTripMs: null, loss: null, mos: null }),
  ];
  expect(callWords(call(0, { conclusion: 'tcp-only', calls }))).toBe(
    'The test call works over TCP only. TCP: poor for voice',
  );
});
