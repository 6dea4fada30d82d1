import type { NetworkFacts } from '../../core/history/export/facts.ts';
import type { Origin } from '../../core/history/export/json.ts';
import { utc } from '../../core/history/export/text.ts';
import { nameOf } from '../names.ts';
import { callSign, NETWORK_SIGNS } from '../signs.ts';
import { language, plural, t } from '../text.ts';
import { networkKey } from '../wording.ts';
import type { CardText } from './card.ts';
import { callsWords, placeOf } from './words.ts';

/** @returns null for a network of which no round is kept */
export function cardText(
  { network, rounds, last, firstAt, spells, services }: NetworkFacts,
  { now, version }: Pick<Origin, 'now' | 'version'>,
): CardText | null {
  if (last === null || firstAt === null) return null;
  const ongoing = [...spells, ...services.flatMap(({ spells }) => spells)].filter(({ to }) => to === null);
  const since = ongoing.map(({ from }) => from).sort((a, b) => a - b)[0];
  return {
    sign: NETWORK_SIGNS[last.state],
    headline: t(networkKey(last.state)),
    where: placeOf(network),
    since: since === undefined ? '' : t('export.card_since', day(since)),
    rows: services.flatMap(({ id, last, spells }) => {
      if (last === null) return [];
      const words = callsWords(id, last.calls);
      const spell = spells.find(({ kind, to }) => kind === 'calls' && to === null);
      return [
        {
          // No rule is kept that would tell more.
          sign: callSign({ state: last.calls, rule: 'calls.no-round' }),
          name: nameOf(id),
          words: spell ? t('export.card_row_since', words, day(spell.from)) : words,
        },
      ];
    }),
    more: (count) => plural('export.card_more', count),
    method: plural('export.card_method', rounds, day(firstAt), day(last.at)),
    footer: `Ringback ${version} · ${utc(now)}`,
  };
}

/** `12 Nov 2026`, in UTC like every time that travels. */
const day = (at: number): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
