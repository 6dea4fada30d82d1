import { besideSection } from './beside-section.ts';
import { demandsTable, matrices, sumOf } from './markdown.ts';
import type { Report } from './report.ts';

/** The parts of docs/method.md that come from a report, by the name in their marks. */

type Part = 'beside' | 'numbers';

const begin = (part: Part) => `<!-- lab:${part} -->`;
const end = (part: Part) => `<!-- /lab:${part} -->`;

/** Replaces what stands between the marks. A report without a comparison leaves the old one. */
export function withReport(page: string, report: Report): string {
  const numbers = [
    `${sumOf(report)} Taken on ${report.takenAt.slice(0, 10)}.`,
    demandsTable(report),
    ...matrices(report, 'afterLast'),
  ];
  const filled = replace(page, 'numbers', numbers.join('\n\n'));
  return report.beside ? replace(filled, 'beside', besideSection(report.beside)) : filled;
}

function replace(page: string, part: Part, text: string): string {
  const [before, rest] = split(page, begin(part));
  const [, after] = split(rest, end(part));
  return `${before}${begin(part)}\n\n${text}\n\n${end(part)}${after}`;
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`the page has no ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
