import { expect, it } from 'vitest';
import { withReport } from './method-page.ts';
import { reportOn } from './report.ts';
import { outcome, played } from './testing.ts';

const PAGE =
  'Before.\n<!-- lab:beside -->\nold\n<!-- /lab:beside -->\nBetween.\n<!-- lab:numbers -->\n<!-- /lab:numbers -->\nAfter.';
const outcomes = [outcome([played([{ meet: ['clear', 'reachable'] }])])];
const circumstances = { takenAt: new Date('2026-10-01T12:00:00Z'), whole: true };

it('fills what stands between the marks, and leaves the rest', () => {
  const page = withReport(PAGE, reportOn(outcomes, { ...circumstances, beside: [] }));
  expect(page).toMatch(/^Before\.\n[\s\S]*Between\.\n[\s\S]*After\.$/);
  expect(page).not.toContain('old');
  expect(page).toContain('1 scenarios in chromium: 1 passed, 0 failed. Taken on 2026-10-01.');
  expect(page).toContain('| calls are really | clear |');
});

it('says the same when it is done again', () => {
  const report = reportOn(outcomes, { ...circumstances, beside: [] });
  expect(withReport(withReport(PAGE, report), report)).toBe(withReport(PAGE, report));
});

it('keeps the comparison of an earlier report where this one has none', () => {
  expect(withReport(PAGE, reportOn(outcomes, circumstances))).toContain('old');
});

it('refuses a page without marks', () => {
  expect(() => withReport('A page.', reportOn(outcomes, circumstances))).toThrow('<!-- lab:numbers -->');
});
