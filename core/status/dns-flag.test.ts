import { expect, test } from 'vitest';
import { readDnsFlag } from './dns-flag.ts';
import { changed, reordered, sample } from './testing-samples.ts';

const WELL = sample('signal.json');
const says = (text: string) => readDnsFlag(text, { now: 0 });
const flag = (...data: readonly string[]) =>
  JSON.stringify({ Status: 0, Answer: data.map((text) => ({ type: 1, data: text })) });

test.for<[string, string, boolean | null]>([
  ['127.0.0.1 is well', WELL, false],
  ['so it is in another order', reordered(WELL), false],
  ['and with numbers written as text', changed(WELL, { Status: '0', type: '1' }), false],
  ['127.0.0.2 is an outage', flag('127.0.0.2'), true],
  ['both is an outage', flag('127.0.0.1', '127.0.0.2'), true],
  ['another address tells nothing', flag('93.184.216.34'), null],
  ['no address tells nothing', flag(), null],
  ['a missing name tells nothing', '{"Status":3}', null],
  ['a server failure tells nothing', changed(flag('127.0.0.2'), { Status: 2 }), null],
  ['a text record tells nothing', changed(flag('127.0.0.2'), { type: 16 }), null],
  [
    'an alias on the way does not disturb',
    flag('127.0.0.1').replace('[', '[{"type":5,"data":"flag.example."},'),
    false,
  ],
])('%s', ([, text, outage]) => {
  expect(says(text)).toBe(outage);
});
