import type { Comparison, ServiceComparison } from '../../core/history/compare.ts';
import { nameOf } from '../names.ts';
import { format, locale, t } from '../text.ts';

interface Props {
  readonly result: Comparison;
  readonly labels: readonly [string, string];
}

/** What differs, in sentences. */
export function Conclusion({ result, labels: [first, second] }: Props) {
  const sentences = sentencesOf(result);
  const isKnown = result.rounds.every((count) => count > 0);
  return (
    <div class="conclusion" aria-live="polite">
      {!isKnown && <p>{t('compare.unknown')}</p>}
      {isKnown && (
        <>
          <p>{t('compare.lead', second, first)}</p>
          <ul>
            {(sentences.length > 0 ? sentences : [t('compare.same')]).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {result.services.some(({ call }) => call?.change) && <p class="quiet">{t('compare.one_call')}</p>}
        </>
      )}
    </div>
  );
}

function sentencesOf({ services, roundTrip }: Comparison): string[] {
  const sentences: string[] = [];
  for (const kind of ['calls', 'messages'] as const) {
    for (const change of ['gained', 'lost'] as const) {
      const names = services.filter((service) => service[kind].change === change).map(({ id }) => nameOf(id));
      if (names.length > 0) sentences.push(t(`compare.${kind}_${change}_on`, format.list(names)));
    }
  }
  sentences.push(...services.flatMap(callSentences));
  const { differenceMs } = roundTrip;
  if (differenceMs !== null) {
    const time = format.milliseconds(Math.abs(differenceMs));
    sentences.push(t(differenceMs > 0 ? 'compare.answers_longer' : 'compare.answers_shorter', time));
  }
  return sentences;
}

function callSentences({ id, call }: ServiceComparison): string[] {
  const [before, after] = (call?.mos ?? []).map((mos) => score.format(mos));
  switch (call?.change) {
    case 'gained':
      return [t('compare.call_gained', nameOf(id))];
    case 'lost':
      return [t('compare.call_lost', nameOf(id))];
    case 'better':
      return [t('compare.call_better', nameOf(id), after ?? '', before ?? '')];
    case 'worse':
      return [t('compare.call_worse', nameOf(id), after ?? '', before ?? '')];
    default:
      return [];
  }
}

const score = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
