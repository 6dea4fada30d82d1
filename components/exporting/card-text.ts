import { seenEnd } from '../../core/history/changes-list.ts';
import { blockedTimes, costOf, type Tariff } from '../../core/history/cost.ts';
import type { NetworkFacts } from '../../core/history/export/facts.ts';
import type { Origin } from '../../core/history/export/json.ts';
import { utc } from '../../core/report/utc.ts';
import type { CallState } from '../../core/vocabulary.ts';
import { blockedFor, money, priceOf } from '../cost/words.ts';
import { nameOf } from '../names.ts';
import { callSign, NETWORK_SIGNS } from '../signs.ts';
import { format, locale, plural, t } from '../text.ts';
import { callsKey, networkKey } from '../wording.ts';
import type { CardText } from './card.ts';
import { placeOf } from './words.ts';

/** @returns null for a network of which no round is kept */
export function cardText(
  { network, rounds, last, firstAt, spells, services }: NetworkFacts,
  { now, version }: Pick<Origin, 'now' | 'version'>,
  tariff: Tariff | null,
): CardText | null {
  if (last === null || firstAt === null) return null;
  // A service that is no longer asked stays as it was last seen: that is not how things are now.
  const asked = services.filter((service) => service.last?.at === last.at);
  const ongoing = [...spells, ...asked.flatMap(({ spells }) => spells)].filter(
    (spell) => seenEnd(spell, last.at) === null,
  );
  const since = ongoing.map(({ from }) => from).sort((a, b) => a - b)[0];
  return {
    sign: NETWORK_SIGNS[last.state],
    headline: t(networkKey(last.state)),
    where: placeOf(network),
    since: since === undefined ? '' : t('export.card_since', day(since)),
    cost: costWords(services, tariff, now),
    rows: rowsOf(asked),
    more: (count) => plural('export.card_more', count),
    method: plural('export.card_method', rounds, day(firstAt), day(last.at)),
    footer: `Ringback ${version} · ${utc(now)}`,
  };
}

/** Of the service whose calls were blocked longest. @param tariff null: no amount leaves */
function costWords(services: NetworkFacts['services'], tariff: Tariff | null, now: number): string {
  const [longest] = blockedTimes([{ operator: '', spells: services.flatMap(({ spells }) => spells) }], now);
  if (!longest || longest.ms === 0) return '';
  const { service, ms } = longest;
  const blocked = t('cost.card', nameOf(service), blockedFor(ms));
  if (!tariff) return blocked;
  const amount = money(costOf(ms, tariff), tariff);
  const estimate = t('cost.card_estimate', amount, format.number(tariff.minutes), priceOf(tariff));
  return `${blocked} · ${estimate}`;
}

/** States in which nothing was found out: no news. */
const SILENT: readonly CallState[] = ['insufficient', 'untestable', 'retired'];

/** One row for all services of which the same is said, so that there is room for all. */
function rowsOf(services: NetworkFacts['services']): CardText['rows'] {
  const states = Map.groupBy(services, ({ last }) => last?.calls ?? 'insufficient');
  return [...states].flatMap(([state, alike]) =>
    SILENT.includes(state)
      ? []
      : [
          {
            // No rule is kept that would tell more.
            sign: callSign({ state, rule: 'calls.no-round' }),
            words: t(callsKey(state)),
            names: format.list(alike.map(({ id }) => nameOf(id))),
            count: alike.length,
          },
        ],
  );
}

/** `12 Nov 2026`, in UTC like every time that travels. */
const day = (at: number): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
