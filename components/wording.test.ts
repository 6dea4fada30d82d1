import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../core/history/export/share.ts';
import { REFUSALS } from '../core/history/import.ts';
import { SPELL_KINDS } from '../core/history/records.ts';
import { HINTS } from '../core/network/hints.ts';
import { RULE_IDS } from '../core/verdict/rules.ts';
import type { EndpointEvidence } from '../core/verdict/snapshot.ts';
import { CALL_STATES, MECHANISMS, MESSAGE_STATES, NETWORK_STATES } from '../core/vocabulary.ts';
import { WHENS } from './compare/sides.ts';
import {
  callsKey,
  controlKey,
  hintKey,
  mechanismKey,
  messagesKey,
  networkKey,
  outcomeKey,
  refusalKey,
  roleKey,
  ruleKey,
  tooltipKey,
  verdictKey,
} from './wording.ts';

const root = join(import.meta.dirname, '..');
const parsed = await parseMessagesFile(join(root, 'locales/en.yml'));
const messages = new Map(parsed.map((message) => [message.key.join('.'), 'message' in message ? message.message : '']));
const own = [...messages.keys()].filter((key) => !key.startsWith('@@'));

/** Keys that are built from ids. */
const derived = new Set<string>([
  ...CALL_STATES.map(callsKey),
  ...MESSAGE_STATES.map(messagesKey),
  ...NETWORK_STATES.map(networkKey),
  ...MECHANISMS.map(mechanismKey),
  ...RULE_IDS.map(ruleKey),
  ...HINTS.map(hintKey),
  ...(['signalling', 'call-setup', 'media'] as const).map(roleKey),
  ...(['stun', 'https', 'portal', 'relay'] as const).map(controlKey),
  ...[...NETWORK_STATES, 'checking' as const, 'not-checked' as const].map(tooltipKey),
  ...(['answered', 'failed', 'silent', 'inconclusive', undefined] as const).map((outcome) =>
    outcomeKey((outcome ? { observation: { outcome } } : {}) as EndpointEvidence),
  ),
  ...(['wifi', 'cellular', 'ethernet'] as const).map((connection) => `connection.${connection}`),
  ...(['calls', 'messages'] as const).map((kind) => `works.${kind}`),
  ...['blocked', 'blocked_on', 'works', 'works_on', 'works_after', 'works_on_after'].map(
    (way) => `notification.${way}`,
  ),
  ...FORMATS.flatMap((format) => [`export.${format}`, `export.${format}_hint`]),
  ...SPELL_KINDS.map((kind) => `export.spell_${kind}`),
  ...(['worked', 'failed'] as const).map((word) => `export.own_${word}`),
  ...(['copied', 'copy_failed'] as const).map((result) => `export.${result}`),
  ...REFUSALS.map(refusalKey),
  ...WHENS.map((when) => `compare.when_${when}`),
  ...(['calls', 'messages'] as const).flatMap((kind) =>
    (['gained', 'lost'] as const).flatMap((change) => [`compare.${kind}_${change}`, `compare.${kind}_${change}_on`]),
  ),
]);

describe('every id has a text', () => {
  test.each([...derived])('%s', (key) => {
    expect(messages.get(key)).toMatch(/\S/);
  });
});

test('no text is unused', () => {
  const sources = ['components', 'entrypoints', 'platform'].flatMap(sourcesIn).join('\n');
  const quoted = new Set([...sources.matchAll(/'(?:__MSG_)?([\w.]+?)(?:__)?'/g)].map(([, key]) => key));
  const unused = own.filter((key) => {
    const base = key.replace(/_(zero|one|two|few|many|other)$/, '');
    return !derived.has(key) && !quoted.has(key) && !quoted.has(base);
  });
  expect(unused).toEqual([]);
});

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

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}
