import {
  DEMOTE_DAYS,
  daysBetween,
  type EndpointHealth,
  type HealthRecord,
  standingOf,
} from '../../../core/catalogue/health.ts';
import { dayOf, type RunRecord, sorted } from './record.ts';

/** Places are counted over two weeks, and of a longer time in which nobody asked nobody knows what it was. */
const TWO_WEEKS = 14;

/**
 * What the record says after these runs. Their order does not matter, and a run that is merged already changes nothing.
 *
 * @param urls the catalogue's; the record forgets everybody else
 */
export function merge(before: HealthRecord, runs: readonly RunRecord[], urls: Iterable<string>): HealthRecord {
  const endpoints = [...urls].flatMap((url): [string, EndpointHealth][] => {
    const health = healthOf(
      before.endpoints[url],
      runs.flatMap((run) => sightingOf(run, url)),
    );
    return health ? [[url, health]] : [];
  });
  return {
    updatedOn: latest([...(before.updatedOn ? [before.updatedOn] : []), ...runs.map(dayOf)]) ?? null,
    endpoints: sorted(Object.fromEntries(endpoints)),
  };
}

/** An endpoint, seen on one day from one place. */
interface Sighting {
  readonly day: string;
  readonly place: string;
  readonly how?: string;
}

function sightingOf(run: RunRecord, url: string): Sighting[] {
  const entry = Object.hasOwn(run.endpoints, url) ? run.endpoints[url] : undefined;
  if (!entry || entry.outcome === 'not-asked') return [];
  return [{ day: dayOf(run), place: run.place, ...(entry.outcome === 'answered' && { how: entry.how }) }];
}

function healthOf(before: EndpointHealth | undefined, sightings: readonly Sighting[]): EndpointHealth | undefined {
  const answers = [
    ...(before?.answered ? [{ day: before.answered, how: before.how }] : []),
    ...sightings.filter(({ how }) => how !== undefined),
  ];
  const askedDays = [
    ...(before ? [before.asked] : []),
    ...(before?.silentSince ? [before.silentSince] : []),
    ...answers.map(({ day }) => day),
    ...sightings.map(({ day }) => day),
  ].sort();
  const asked = askedDays.at(-1);
  if (asked === undefined) return undefined;
  const answered = latest(answers.map(({ day }) => day));
  // Of several answers on one day the first in the alphabet, so that no order of runs shows.
  const how = answers.flatMap((answer) => (answer.day === answered && answer.how ? [answer.how] : [])).sort()[0];
  const silentSince = beginOfSilence(
    askedDays.filter((day) => day > (answered ?? '')),
    before,
  );
  // Places that an answer has since taken out of the silence are none of its witnesses.
  const known = before?.asked === asked && (before.silentSince ?? '') >= (silentSince ?? '') ? before.places : 1;
  return {
    asked,
    places: Math.max(placesUntil(asked, silentSince, sightings), known),
    ...(answered && { answered }),
    ...(how && { how }),
    ...(silentSince && { silentSince }),
  };
}

/**
 * Silence goes on from one asked day to the next where they are not too far apart. Only one that is already long enough to demote outlasts a
 * time in which nobody asked: what is dead must not get its vote back by being left alone.
 *
 * @param days on which it was asked after its last answer
 * @param before its silence, if that is the same one, has been looked at already
 */
function beginOfSilence(days: readonly string[], before: EndpointHealth | undefined): string | undefined {
  const since = before?.silentSince ?? '';
  const isKnown = (from: string, to: string) => days.includes(since) && from >= since && to <= (before?.asked ?? '');
  return days.reduce<string | undefined>((begin, day, at) => {
    const last = days[at - 1];
    const goesOn =
      begin &&
      last &&
      (daysBetween(last, day) <= TWO_WEEKS || daysBetween(begin, last) >= DEMOTE_DAYS || isKnown(last, day));
    return goesOn ? begin : day;
  }, undefined);
}

/** From how many places it was asked; if it is silent, since then: who heard it before is no witness of the silence. */
function placesUntil(asked: string, silentSince = '', sightings: readonly Sighting[]): number {
  const counts = (day: string) => day >= silentSince && day <= asked && daysBetween(day, asked) <= TWO_WEEKS;
  return new Set(sightings.flatMap(({ day, place }) => (counts(day) ? [place] : []))).size;
}

const latest = (days: readonly string[]): string | undefined => [...days].sort().at(-1);

/** What has changed of whom, in sentences. */
export function changes(before: HealthRecord, after: HealthRecord): string[] {
  return Object.entries(after.endpoints).flatMap(([url, now]) => {
    const then = before.endpoints[url];
    const isBack = Boolean(then?.silentSince && now.answered && now.answered >= then.silentSince);
    return [
      ...(isBack ? [`${url} came back: ${now.how} on ${now.answered}, after silence since ${then?.silentSince}.`] : []),
      ...silenceOf(url, now, isBack ? undefined : then),
    ];
  });
}

function silenceOf(url: string, now: EndpointHealth, then: EndpointHealth | undefined): string[] {
  const standing = standingOf(now);
  if (standing !== 'unknown' && standing !== standingOf(then)) {
    const where = now.places === 1 ? 'one place' : `${now.places} places`;
    return [`${url} is ${standing}: not heard since ${now.silentSince}, last asked on ${now.asked} from ${where}.`];
  }
  return now.silentSince && now.silentSince !== then?.silentSince
    ? [`${url} fell silent: first not heard on ${now.silentSince}.`]
    : [];
}
