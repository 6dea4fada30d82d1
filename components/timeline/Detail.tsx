import type { Signal } from '@preact/signals';
import type { Range } from '../../core/history/ranges.ts';
import { HelpLink } from '../HelpLink.tsx';
import type { Topic } from '../help/places.ts';
import { t } from '../text.ts';
import type { Cursor } from './cursor.ts';
import { describe } from './describe.ts';
import { type AnyState, LOOK_TONES, lookOf } from './looks.ts';
import type { Row } from './rows.ts';

interface Props {
  readonly rows: readonly Row[];
  readonly range: Range;
  readonly cursor: Signal<Cursor | null>;
  /** How to read a strip is said once. */
  readonly hasHint: boolean;
}

/** The cell that is read, in words. Screen readers hear the same from the strip itself. */
export function Detail({ rows, range, cursor, hasHint }: Props) {
  const here = cursor.value;
  const row = rows.find(({ id }) => id === here?.row);
  const described = row && here ? describe(row, here.cell, range) : null;
  if (!row || !here || !described) return hasHint && <p class="quiet no-print">{t('timeline.hint')}</p>;
  const { when, title, state, more } = described;
  const said = row.cells[here.cell]?.state ?? null;
  return (
    <div class="detail">
      <p aria-hidden="true">
        <span class="detail-when">{when}</span> <span class="detail-title">{title}</span>{' '}
        <strong class={`tone-${LOOK_TONES[lookOf(said)]}`}>{state}</strong> <span class="quiet">{more.join(' ')}</span>
      </p>
      {said && <HelpLink about={topicOf(row, said)} />}
    </div>
  );
}

function topicOf({ kind }: Row, state: AnyState | 'mixed'): Topic {
  if (state !== 'likely-blocked' && state !== 'mixed') return state;
  return kind === 'messages' ? 'messages.silent' : 'likely-blocked';
}
