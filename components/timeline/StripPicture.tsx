import { type GroupSpell, seenEnd } from '../../core/history/changes-list.ts';
import { placeOf } from '../../core/history/ranges.ts';
import { runsOf } from '../../core/history/strip.ts';
import { memo } from '../memo.ts';
import { lookOf } from './looks.ts';
import { Mark } from './Mark.tsx';
import type { Row } from './rows.ts';

interface Props {
  readonly row: Row;
  readonly edges: readonly number[];
  readonly ticks: readonly number[];
  /** When the network was last checked. */
  readonly checkedAt: number;
}

/** The cells of a strip, those that say the same as one shape; in front of them where a confirmed block began and ended. */
export const StripPicture = memo(({ row, edges, ticks, checkedAt }: Props) => {
  const count = row.cells.length;
  const percent = (cells: number) => `${((100 * cells) / count).toFixed(3)}%`;
  const at = (time: number) => percent(placeOf(edges, time));
  return (
    <svg class="strip-picture" aria-hidden="true">
      {ticks.map((tick) => (
        <line key={tick} class="strip-tick" x1={at(tick)} x2={at(tick)} y1="0" y2="100%" />
      ))}
      {runsOf(row.cells, row.states).map(({ start, end, state }) => (
        <Mark key={start} look={lookOf(state)} x={percent(start)} width={percent(end - start)} />
      ))}
      {row.spells.map((spell) => (
        <SpellLine key={spell.from} {...lineOf(edges, spell, checkedAt, percent)} />
      ))}
    </svg>
  );
});

function lineOf(edges: readonly number[], spell: GroupSpell, checkedAt: number, percent: (cells: number) => string) {
  const to = seenEnd(spell, checkedAt);
  const start = placeOf(edges, spell.from);
  // A block that is not over reaches to the end: to now.
  const end = to === null ? edges.length - 1 : placeOf(edges, to);
  return { x: percent(start), width: percent(Math.max(0, end - start)) };
}

const SpellLine = ({ x, width }: { x: string; width: string }) => (
  <svg class="spell" x={x} width={width} overflow="visible" aria-hidden="true">
    <line x1="0" x2="100%" y1="1" y2="1" />
    <line x1="0" x2="0" y1="0" y2="5" />
  </svg>
);
