import { describe, expect, test } from 'vitest';
import { readPlainLine } from './plain-line.ts';
import { honest, plainLine, sum } from './tally.ts';
import { count, replaced } from './vitest.ts';

describe('the plain closing line', () => {
  test('leaves skipped out when nothing was', () => {
    expect(plainLine({ passed: 3, failed: 0, skipped: [] })).toBe('3 passed, 0 failed');
    expect(plainLine({ passed: 3, failed: 1, skipped: ['lab: no root'] })).toBe('3 passed, 1 failed, 1 skipped');
  });

  test('sums over the steps', () => {
    const one = { passed: 1, failed: 2, skipped: ['a'] };
    expect(sum([one, one])).toEqual({ passed: 2, failed: 4, skipped: ['a', 'a'] });
  });

  test('of a program is read from its end, with its reasons for skipping', () => {
    const output = 'passed  open\nskipped  lossy-line (firefox): no compiler\n\n12 passed, 1 failed\n';
    expect(readPlainLine(output, 'lab')).toEqual({
      passed: 12,
      failed: 1,
      skipped: ['lab: lossy-line (firefox): no compiler'],
    });
  });

  test('is a failure where it is missing', () => {
    expect(readPlainLine('Error: no such file', 'lab').failed).toBe(1);
  });
});

test('a command that ends badly without naming a failure has failed', () => {
  expect(honest({ passed: 5, failed: 0, skipped: [] }, 1).failed).toBe(1);
  expect(honest({ passed: 5, failed: 2, skipped: [] }, 1).failed).toBe(2);
  expect(honest({ passed: 5, failed: 0, skipped: [] }, 0).failed).toBe(0);
});

test('tests of Vitest are counted by name, and a file that cannot be loaded is a failure', () => {
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        status: 'passed',
        assertionResults: [
          { status: 'passed', fullName: 'it works' },
          { status: 'skipped', fullName: 'needs root' },
        ],
      },
      { name: 'b.test.ts', status: 'failed', assertionResults: [] },
    ],
  } as const;
  expect(count(report, 'unit')).toEqual({ passed: 1, failed: 1, skipped: ['unit: needs root'] });
});

test('a file that was run again counts with what came of it then', () => {
  const file = (name: string, ...statuses: readonly string[]) => ({
    name,
    status: statuses.includes('failed') ? ('failed' as const) : ('passed' as const),
    assertionResults: statuses.map((status) => ({ status, fullName: 'a test' })),
  });
  const before = { testResults: [file('a', 'passed', 'passed'), file('b', 'passed', 'failed')] };
  expect(count(replaced(before, { testResults: [file('b', 'passed', 'passed')] }), 'browser')).toEqual({
    passed: 4,
    failed: 0,
    skipped: [],
  });
});
