import type { Contents } from '../../core/history/export/contents.ts';
import type { Choices, Format } from '../../core/history/export/share.ts';
import { format as formats, locale, plural, t } from '../text.ts';

/** What an export holds, in words, to be read before it leaves. */
export function contentsWords(contents: Contents, format: Format, choices: Choices): string[] {
  const { networks, rounds, days, spells, words, calls, observations, span, named, placed, own } = contents;
  const counts = [
    plural('export.networks', networks),
    ...(rounds > 0 ? [plural('export.rounds', rounds)] : []),
    ...(days > 0 ? [plural('export.days_counted', days)] : []),
    ...(spells > 0 ? [plural('export.spells', spells)] : []),
    ...(words > 0 ? [plural('export.words', words)] : []),
    ...(calls > 0 ? [plural('export.calls', calls)] : []),
    ...(observations > 0 ? [plural('export.observations', observations)] : []),
  ];
  return [
    t('export.counts', formats.list(counts)),
    ...(span ? [t('export.span', moment(span.from), moment(span.to))] : []),
    t(named > 0 ? 'export.with_names' : 'export.without_names'),
    t(placed > 0 ? 'export.with_place' : 'export.without_place'),
    ...(own > 0 ? [plural('export.with_own', own)] : []),
    ...(format === 'json' && choices.names ? [t('export.with_keys')] : []),
    ...addressWords(contents),
  ];
}

function addressWords({ addresses, ownAddresses, locatesOwn }: Contents): string[] {
  if (addresses + ownAddresses === 0) return [t(locatesOwn ? 'export.own_addresses' : 'export.without_addresses')];
  return [
    ...(addresses > 0 ? [t('export.name_holds_address')] : []),
    ...(ownAddresses > 0 ? [t('export.server_holds_address')] : []),
  ];
}

const moment = (at: number): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
