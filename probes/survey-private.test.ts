import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Ask } from './answer-of.ts';
import { plan, type Thoroughness } from './plan.ts';
import { CONTROLS, endpoint, service } from './testing/catalogue.ts';
import { answers, type Fate, surveyed } from './testing/network.ts';

/** An answer from a private address may be a forged name's: whether it is, the verdict says beside all the others. */

const [ONE, TWO] = ['https://one.web.example/', 'https://two.web.example/'] as const;
const WEB = service('web', [endpoint('signalling', ONE), endpoint('signalling', TWO)]);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Which of the two hosts were heard, where these addresses answer from a private one. */
async function heard(thoroughness: Thoroughness, inside: RegExp, fate: (url: string) => Fate = () => answers(40)) {
  const known = { earned: () => true, hasVote: () => true, settled: () => false, turn: 0 };
  const through =
    (ask: Ask): Ask =>
    async (url, signal) => {
      const seen = await ask(url, signal);
      const remote = inside.test(url) ? ('private' as const) : ('public' as const);
      return url.startsWith('https:') ? { ...seen, remote } : seen;
    };
  const { observations } = await surveyed(plan([WEB], CONTROLS, thoroughness, known), fate, { through });
  return [ONE, TWO].filter((url) => observations.get(url)?.outcome === 'answered');
}

test('A light round asks the next host, too', async () => {
  expect(await heard('light', /one\.web/)).toEqual([ONE, TWO]);
  expect(await heard('light', /none/)).toEqual([ONE]);
});

test('A full round waits for a host that takes its time', async () => {
  const slow = (url: string) => answers(url === TWO ? 1_500 : 40);
  expect(await heard('full', /one\.web/, slow)).toEqual([ONE, TWO]);
  expect(await heard('full', /none/, slow)).toEqual([ONE]);
});

test('Where a control has answered from one as well, a gateway carries everybody: that costs no further question', async () => {
  const late = (url: string) => answers(url === ONE ? 80 : 40);
  expect(await heard('light', /^https:/, late)).toEqual([ONE]);
});

test('A control’s answer from one is an answer: no portal is looked for', async () => {
  const { questions } = await surveyed(
    plan([WEB], CONTROLS, 'light', { earned: () => true, hasVote: () => true, settled: () => false, turn: 0 }),
    () => answers(40),
    { through: (ask) => async (url, signal) => ({ ...(await ask(url, signal)), remote: 'private' }) },
  );
  expect(questions.filter(({ url }) => url.startsWith('http:'))).toEqual([]);
});
