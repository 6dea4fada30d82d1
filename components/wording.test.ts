import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { expect, test } from 'vitest';
import { RULE_IDS } from '../core/verdict/rules.ts';
import { ruleKey, verdictKey } from './wording.ts';

const root = join(import.meta.dirname, '..');
const parsed = await parseMessagesFile(join(root, 'locales/en.yml'));
const messages = new Map(parsed.map((message) => [message.key.join('.'), 'message' in message ? message.message : '']));
const own = [...messages.keys()].filter((key) => !key.startsWith('@@'));

test('message names have only the characters that browsers allow, and no two become the same', () => {
  const names = own.map((key) => key.replaceAll('.', '_'));
  expect(names.filter((name) => !/^[A-Za-z0-9_]+$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test('rule sentences are whole sentences, and take the rounds at most', () => {
  for (const rule of RULE_IDS) {
    const sentence = messages.get(ruleKey(rule)) ?? '';
    expect(sentence, rule).toMatch(/^[A-Z].*\.$/);
    expect(sentence, rule).not.toMatch(/\$[2-9]/);
  }
});

test('only what passed the threshold is called blocked, and always "likely"', () => {
  expect(messages.get('calls.likely_blocked')).toContain('likely');
  expect(messages.get('network.calls_blocked')).toContain('likely');
  expect(messages.get('network.some_blocked')).toContain('likely');
  expect(messages.get('calls.insufficient')).not.toContain('block');
  expect(messages.get('network.clear')).toContain('No sign');
});

test('the texts of the stores fit their limits', () => {
  expect(messages.get('extension_name')?.length).toBeLessThanOrEqual(45);
  expect(messages.get('extension_description')?.length).toBeLessThanOrEqual(132);
});

test('suspicion under way is told as such, not as a lack of evidence', () => {
  const judged = (rule: 'network.confirming' | 'network.udp-confirming' | 'network.lossy') =>
    verdictKey({ state: 'insufficient', rule, rounds: 1, failing: 1, since: 0 });
  expect(judged('network.confirming')).toBe('verdict.confirming');
  expect(judged('network.udp-confirming')).toBe('verdict.confirming');
  expect(judged('network.lossy')).toBe('network.insufficient');
});
