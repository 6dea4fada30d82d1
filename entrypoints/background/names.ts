import { readServers } from '../../core/own/server.ts';
import { loadCatalogue } from '../../platform/catalogue.ts';
import { ownServersItem } from '../../platform/storage.ts';
import { text } from './text.ts';

/** The names of services, the person's own among them, as a list in the language of the texts. */
export async function listOf(ids: readonly string[]): Promise<string> {
  // Most often there is nothing to name, and then nothing need be read.
  if (ids.length === 0) return '';
  const [services, { servers, former }] = await Promise.all([
    loadCatalogue().then(
      ({ services }) => services,
      () => [],
    ),
    ownServersItem.getValue().then(readServers),
  ]);
  const names = new Map([
    ...Object.entries(former),
    ...[...services, ...servers].map(({ id, name }) => [id, name] as const),
  ]);
  return new Intl.ListFormat(text('language'), { type: 'conjunction' }).format(ids.map((id) => names.get(id) ?? id));
}

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
