import type { Strips } from '../../core/history/strip.ts';
import { CallSign } from '../CallSign.tsx';
import { t } from '../text.ts';
import { LOOK_TEXTS, LOOKS, type Look, lookOf } from './looks.ts';
import { Mark } from './Mark.tsx';

/** What the signs on the strips mean: those that are there. */
export function Legend({ strips, hasCalls }: { strips: readonly Strips[]; hasCalls: boolean }) {
  const used = new Set<Look>(strips.flatMap(looksIn));
  return (
    <section class="legend" aria-label={t('timeline.legend')}>
      <ul>
        {LOOKS.filter((look) => used.has(look)).map((look) => (
          <li key={look}>
            <svg class="legend-sign" aria-hidden="true">
              <Mark look={look} x="0%" width="100%" />
            </svg>
            {t(LOOK_TEXTS[look])}
          </li>
        ))}
        {hasCalls && (
          <li>
            <CallSign conclusion="works" />
            {t('timeline.call.legend')}
          </li>
        )}
      </ul>
      <p class="quiet">{t('timeline.legend_strips')}</p>
    </section>
  );
}

function looksIn({ network, services }: Strips): Look[] {
  const cells = [network, ...[...services.values()].flatMap(({ calls, messages }) => [calls, messages])].flat();
  return [...new Set(cells.map(({ state }) => lookOf(state)))];
}
