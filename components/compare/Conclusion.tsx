import type { Comparison } from '../../core/history/compare.ts';
import { nameOf } from '../names.ts';
import { format, t } from '../text.ts';

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
  const { differenceMs } = roundTrip;
  if (differenceMs !== null) {
    const time = format.milliseconds(Math.abs(differenceMs));
    sentences.push(t(differenceMs > 0 ? 'compare.answers_longer' : 'compare.answers_shorter', time));
  }
  return sentences;
}
