import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CALL_CONCLUSIONS, CALL_ENDS, CALL_STAGES } from '../../call/call.ts';
import { CALL_STATES, MECHANISMS, MESSAGE_STATES, NETWORK_STATES } from '../../vocabulary.ts';
import { readDocument } from '../import.ts';
import type { History } from '../records.ts';
import { toJson } from './json.ts';
import { share } from './share.ts';
import { history, NOW, OWN_NAMES } from './testing.ts';
import { anyHistory } from './testing-any.ts';

const docs = join(import.meta.dirname, '..', '..', '..', 'docs');
const schema = JSON.parse(readFileSync(join(docs, 'history-export.schema.json'), 'utf8'));
const page = readFileSync(join(docs, 'history-export.md'), 'utf8');
const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);

const ALL = { names: true, place: true, raw: true, own: true };
const write = (history: History, choices = ALL) =>
  toJson(
    share(history, { format: 'json', choices, ownNames: OWN_NAMES, randomKey: () => 'abcdef0123456789' }),
    choices,
    {
      now: NOW,
      version: '0.1.0',
      selection: { from: 0, to: NOW },
    },
  );

test('the document says what it is, when and by what it was made, and what is not in it', () => {
  expect(JSON.parse(write(history, { ...ALL, place: false }))).toMatchObject({
    format: 'ringback-history',
    version: 1,
    exportedAt: '2026-11-21T14:05:00.000Z',
    product: { name: 'Ringback', version: '0.1.0' },
    selection: { from: 0, to: NOW },
    leftOut: ['place'],
  });
});

test('older files, from before there were test calls, fit it as well', () => {
  const { calls: _, ownServers: __, ...older } = JSON.parse(write(history));
  expect(validate(older) || validate.errors).toBe(true);
});

test('every export fits the published schema', () => {
  fc.assert(
    fc.property(anyHistory, fc.boolean(), (any, names) => {
      expect(validate(JSON.parse(write(any, { ...ALL, names }))) || validate.errors).toBe(true);
    }),
  );
});

test('what was exported is imported without loss', () => {
  fc.assert(
    fc.property(anyHistory, (any) => {
      const { ownServers, ...left } = share(any, {
        format: 'json',
        choices: ALL,
        ownNames: OWN_NAMES,
        randomKey: () => '',
      });
      expect(readDocument(write(any), NOW)).toEqual({ history: left, ownServers, skipped: 0 });
    }),
  );
});

describe('the schema', () => {
  test.each([
    ['callState', CALL_STATES],
    ['messageState', MESSAGE_STATES],
    ['networkState', NETWORK_STATES],
    ['mechanism', MECHANISMS],
    ['callConclusion', CALL_CONCLUSIONS],
    ['callEnd', CALL_ENDS],
    ['callStage', CALL_STAGES],
  ] as const)('knows every %s of the vocabulary', (name, words) => {
    expect(schema.$defs[name].enum).toEqual([...words]);
  });

  const fieldNames = (part: unknown): string[] =>
    typeof part === 'object' && part !== null
      ? [
          ...Object.keys('properties' in part ? (part.properties ?? {}) : {}),
          ...Object.values(part).flatMap(fieldNames),
        ]
      : [];

  test.each([...new Set(fieldNames(schema))])('%s is described', (name) => {
    expect(page).toContain(`\`${name}\``);
  });
});
