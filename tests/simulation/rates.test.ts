import { describe, expect, test } from 'vitest';
import { countBlocked, countOpen } from './rates.ts';

/** Few stories and wide margins, so that it is quick; `npm run figures` counts many (docs/method.md). */
const RUNS = Array.from({ length: 25 }, (_, seed) => seed + 1);

describe('whole rounds on a simulated line', { timeout: 60_000 }, () => {
  test.for(['chromium', 'firefox'] as const)(
    'nothing is said falsely on a line that loses nothing (%s)',
    async (browser) => {
      const { accused, undecided } = await countOpen({ browser, kind: 'independent', loss: 0 }, RUNS.slice(0, 10));
      expect({ accused, undecided }).toEqual({ accused: 0, undecided: 0 });
    },
  );

  test.for(['independent', 'bursts'] as const)(
    'at 10 % loss each way, %s, at most one network in twenty ever hears a false word in ten rounds',
    async (kind) => {
      const { accused, runs } = await countOpen({ browser: 'chromium', kind, loss: 0.1 }, RUNS);
      expect(accused / runs).toBeLessThanOrEqual(0.05);
    },
  );

  test('a relay that is blocked on a clean line is named within three rounds, always', async () => {
    const block = { service: 'whatsapp', leak: 0 };
    const { missed } = await countBlocked({ browser: 'chromium', kind: 'independent', loss: 0, block }, RUNS);
    expect(missed).toEqual({ 3: 0, 5: 0, 8: 0 });
  });
});
