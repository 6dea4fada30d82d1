import { serviceById } from '../../core/catalogue/index.ts';
import { text } from './text.ts';

/** The names of services as a list in the language of the texts. */
export const listOf = (ids: readonly string[]): string =>
  new Intl.ListFormat(text('language'), { type: 'conjunction' }).format(ids.map((id) => serviceById(id)?.name ?? id));

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** A span of time in words, in its largest unit: "9 days". Empty for less than a minute. */
export function durationOf(ms: number): string {
  const [unit, unitMs] = UNITS.find(([, unitMs]) => ms >= unitMs) ?? [];
  return unit === undefined
    ? ''
    : new Intl.NumberFormat(text('language'), { style: 'unit', unit, unitDisplay: 'long' }).format(
        Math.floor(ms / unitMs),
      );
}
