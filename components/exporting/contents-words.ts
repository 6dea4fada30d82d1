import type { Contents } from '../../core/history/export/contents.ts';
import type { Choices, Format } from '../../core/history/export/share.ts';
import { format as formats, locale, plural, t } from '../text.ts';

/** What an export holds, in words, to be read before it leaves. */
export function contentsWords(contents: Contents, format: Format, choices: Choices): string[] {
  const { networks, rounds, days, spells, words, observations, span, named, placed, addresses } = contents;
  const counts = [
    plural('export.networks', networks),
    ...(rounds > 0 ? [plural('export.rounds', rounds)] : []),
    ...(days > 0 ? [plural('export.days_counted', days)] : []),
    ...(spells > 0 ? [plural('export.spells', spells)] : []),
    ...(words > 0 ? [plural('export.words', words)] : []),
    ...(observations > 0 ? [plural('export.observations', observations)] : []),
  ];
  return [
    t('export.counts', formats.list(counts)),
    ...(span ? [t('export.span', moment(span.from), moment(span.to))] : []),
    t(named > 0 ? 'export.with_names' : 'export.without_names'),
    t(placed > 0 ? 'export.with_place' : 'export.without_place'),
    ...(format === 'json' && choices.names ? [t('export.with_keys')] : []),
    t(addresses > 0 ? 'export.name_holds_address' : 'export.without_addresses'),
  ];
}

const moment = (at: number): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
