import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CALL_STATES, MECHANISMS, MESSAGE_STATES, NETWORK_STATES } from '../../core/vocabulary.ts';

/** The parts of it that are compared. */
interface Schema {
  readonly $defs: {
    readonly mechanism: { readonly enum: readonly string[] };
  } & Readonly<
    Record<
      'networkVerdict' | 'callVerdict' | 'messageVerdict',
      { readonly properties: { readonly state: { readonly enum: readonly string[] } } }
    >
  >;
}

const docs = join(import.meta.dirname, '..', '..', 'docs');
const schema = JSON.parse(readFileSync(join(docs, 'check-output.schema.json'), 'utf8')) as Schema;
const page = readFileSync(join(docs, 'check-output.md'), 'utf8');

/** Names of all fields that the schema knows, at any depth. */
function fieldNames(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'properties' in part && typeof part.properties === 'object' ? Object.keys(part.properties ?? {}) : [];
  return [...own, ...Object.values(part).flatMap(fieldNames)];
}

describe('the schema of the output', () => {
  test.each([
    ['networkVerdict', NETWORK_STATES],
    ['callVerdict', CALL_STATES],
    ['messageVerdict', MESSAGE_STATES],
  ] as const)('%s knows the states of the vocabulary', (name, states) => {
    expect(schema.$defs[name].properties.state.enum).toEqual([...states]);
  });

  test('knows the mechanisms of the vocabulary', () => {
    expect(schema.$defs.mechanism.enum).toEqual([...MECHANISMS]);
  });

  test.each([...new Set(fieldNames(schema))])('%s is described', (name) => {
    expect(page).toContain(`\`${name}\``);
  });
});
