import { toCsv } from '../../core/history/export/csv.ts';
import { type Origin, toJson } from '../../core/history/export/json.ts';
import { toOoni } from '../../core/history/export/ooni.ts';
import type { Choices, Format, Shared } from '../../core/history/export/share.ts';
import { toText } from '../../core/history/export/text.ts';
import { historyWords } from './words.ts';

/** Something to be saved. */
export interface Download {
  readonly name: string;
  readonly content: Blob;
}

/** The text of every format but the picture. */
export function write(format: Exclude<Format, 'card'>, shared: Shared, choices: Choices, origin: Origin): string {
  switch (format) {
    case 'json':
      return toJson(shared, choices, origin);
    case 'csv':
      return toCsv(shared);
    case 'ooni':
      return toOoni(shared, origin);
    case 'text':
      return toText(shared, historyWords, origin);
  }
}

const FILES: Record<Format, readonly [ending: string, type: string]> = {
  text: ['.txt', 'text/plain;charset=utf-8'],
  card: ['.png', 'image/png'],
  csv: ['.csv', 'text/csv;charset=utf-8'],
  json: ['.json', 'application/json'],
  ooni: ['-ooni.jsonl', 'application/jsonl'],
};

/** `ringback-2026-11-21.json` */
export function file(format: Format, content: string | Blob, now: number): Download {
  const [ending, type] = FILES[format];
  return {
    name: `ringback-${new Date(now).toISOString().slice(0, 10)}${ending}`,
    content: new Blob([content], { type }),
  };
}
