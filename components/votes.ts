import type { EndpointEvidence, ServiceAssessment } from '../core/verdict/snapshot.ts';
import type { Ground } from '../core/verdict/vote.ts';
import { locale, plural, t } from './text.ts';

/** It gave no sign of life. */
export const isSilent = ({ observation }: EndpointEvidence): boolean =>
  observation?.outcome === 'silent' || observation?.outcome === 'failed';

/** It gave no sign of life, and that was not held against the service. */
export const isDiscounted = (endpoint: EndpointEvidence): boolean => endpoint.vote === 'unearned' && isSilent(endpoint);

const DATED = {
  document: 'evidence.ground.document',
  record: 'evidence.ground.record',
  unearned: 'evidence.ground.last_heard',
  demoted: 'evidence.ground.silent',
  retired: 'evidence.ground.retired',
} as const satisfies Partial<Record<Ground, string>>;

/** Why its silence counts, or does not. What answered here needs no more words than when. */
export function groundOf({ ground, date }: EndpointEvidence): string[] {
  if (ground === undefined || ground === 'here') return [];
  if (ground === 'host') return [t('evidence.ground.host')];
  if (date) return [t(DATED[ground], dayOf(date))];
  return ground === 'unearned' ? [t('evidence.ground.unknown')] : [];
}

/** What the health record adds to the reason of a judgement: where an outage was seen, or what it knows of servers without a vote. */
export function recordSays(
  { evidence, silentEverywhere, ...judged }: ServiceAssessment,
  about: 'calls' | 'messages',
): string {
  const { rule } = judged[about];
  if (silentEverywhere && rule === 'calls.down-everywhere') {
    return plural('evidence.places', silentEverywhere.places, dayOf(silentEverywhere.date));
  }
  if (!rule.endsWith('unearned')) return '';
  const role = about === 'calls' ? 'media' : 'signalling';
  const silent = evidence.filter((one) => one.role === role && one.ground && isDiscounted(one));
  const latest = (wanted: Ground) =>
    silent
      .flatMap(({ ground, date }) => (ground === wanted && date ? date : []))
      .sort()
      .at(-1);
  const heard = latest('unearned');
  if (heard) return t('evidence.record_heard', dayOf(heard));
  const since = latest('demoted');
  if (since) return t('evidence.record_silent', dayOf(since));
  return silent.length > 0 ? t('evidence.record_unknown') : '';
}

/** An ISO day or month as a date; what is none stays as it is. */
function dayOf(date: string): string {
  const at = Date.parse(date);
  const month: Intl.DateTimeFormatOptions = { month: 'short', year: 'numeric', timeZone: 'UTC' };
  // A month of one calendar is no month of another.
  const parts = date.length > 7 ? ({ ...month, day: 'numeric' } as const) : { ...month, calendar: 'gregory' };
  return Number.isNaN(at) ? date : new Intl.DateTimeFormat(locale, parts).format(at);
}
