import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Range } from '../../core/history/ranges.ts';
import type { Cursor } from './cursor.ts';
import type { Row } from './rows.ts';
import { Strip } from './Strip.tsx';

interface Props {
  readonly rows: readonly Row[];
  readonly range: Range;
  readonly edges: readonly number[];
  readonly ticks: readonly number[];
  readonly checkedAt: number;
  readonly cursor: Signal<Cursor | null>;
  /** What stands beside the strips. */
  readonly children: ComponentChildren;
}

/** The strips of one service, or of the network, beside its name. */
export const Lane = ({ rows, children, ...strip }: Props) => (
  <div class="lane">
    <div class="lane-label">{children}</div>
    <div class="lane-strips">
      {rows.map((row) => (
        <Strip key={row.id} row={row} {...strip} />
      ))}
    </div>
  </div>
);
