import type { Range } from '../../core/history/ranges.ts';
import type { Cell } from '../../core/history/strip.ts';
import { callWords } from '../call-words.ts';
import { ownWord } from '../own-words.ts';
import { plural, t } from '../text.ts';
import { mechanismKey } from '../wording.ts';
import { moment, span } from './format.ts';
import type { AnyState } from './looks.ts';
import { type Row, stateLabel } from './rows.ts';

/** One cell in words. */
export interface Description {
  readonly when: string;
  readonly title: string;
  readonly state: string;
  /** Counts, how it fails, what the person said, test calls. */
  readonly more: readonly string[];
}

export function describe(row: Row, index: number, range: Range): Description | null {
  const cell = row.cells[index];
  if (!cell) return null;
  const { from, to, state } = cell;
  const isInside = ({ at }: { readonly at: number }) => at >= from && at < to;
  const spell = row.spells.find((spell) => spell.from < to && (spell.to ?? Infinity) > from);
  return {
    when: span(range, from, to),
    title: row.title,
    state: stateLabel(row, state),
    more: [
      ...(state === null
        ? [spell ? t('timeline.within', moment(spell.from)) : t('timeline.gap_hint')]
        : [saidIn(row, cell)]),
      ...(cell.mechanism ? [t('evidence.mechanism', t(mechanismKey(cell.mechanism)))] : []),
      ...row.words.filter(isInside).map(ownWord),
      ...row.calls.filter(isInside).map((call) => t('timeline.said', moment(call.at), callWords(call))),
    ],
  };
}

/** `4 rounds`, or what each of them said where they differ. */
export function saidIn(row: Row, { rounds, said }: Pick<Cell<AnyState>, 'rounds' | 'said'>): string {
  if (said.length === 1) return plural('timeline.rounds', rounds);
  return said.map(([state, count]) => t('timeline.said', stateLabel(row, state), count)).join(' · ');
}
