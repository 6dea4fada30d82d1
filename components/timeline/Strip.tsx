import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import type { Range } from '../../core/history/ranges.ts';
import { type Cursor, cellAfter, cellBelow } from './cursor.ts';
import { describe } from './describe.ts';
import { EventMarks } from './EventMarks.tsx';
import { type Row, stateLabel } from './rows.ts';
import { StripPicture } from './StripPicture.tsx';

interface Props {
  readonly row: Row;
  readonly range: Range;
  readonly edges: readonly number[];
  readonly ticks: readonly number[];
  readonly checkedAt: number;
  readonly cursor: Signal<Cursor | null>;
}

/**
 * One strip. It is read like a recording is searched: a slider over its cells, each told in words. One tab stop; arrows move along
 * time, and up and down to the strips beside it.
 */
export function Strip({ row, range, edges, ticks, checkedAt, cursor }: Props) {
  const count = row.cells.length;
  // Only the strip that the cursor enters or leaves is drawn again.
  const here = useComputed(() => (cursor.value?.row === row.id ? cursor.value.cell : null)).value;
  const cell = here ?? count - 1;
  const go = (cell: number) => {
    cursor.value = { row: row.id, cell };
  };
  const last = row.cells.at(-1);

  return (
    <div
      class={`strip is-${row.kind}`}
      role="slider"
      tabIndex={0}
      aria-label={row.title}
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={cell + 1}
      // Until it is read it says what is so now: dates take their time to write, and there are many strips.
      aria-valuetext={here === null ? stateLabel(row, last?.state ?? null) : spoken(row, here, range)}
      onFocus={() => {
        if (here === null) go(cursor.value?.cell ?? count - 1);
      }}
      onPointerMove={(event) => go(cellOf(event, count))}
      onPointerDown={(event) => go(cellOf(event, count))}
      onKeyDown={(event) => {
        const wanted = cellAfter(event.key, cursor.peek()?.cell ?? cell, count, isRightToLeft(event.currentTarget));
        if (wanted !== null) go(wanted);
        else if (!toNeighbour(event)) return;
        event.preventDefault();
      }}
    >
      <StripPicture {...{ row, edges, ticks, checkedAt }} />
      {row.words.length + row.calls.length > 0 && <EventMarks row={row} edges={edges} />}
      <Here cell={useComputed(() => cursor.value?.cell ?? null)} count={count} isFocus={here !== null} />
    </div>
  );
}

/** The cell that is read, on every strip of the network: so that services can be compared at one time. */
function Here({ cell, count, isFocus }: { cell: ReadonlySignal<number | null>; count: number; isFocus: boolean }) {
  if (cell.value === null) return null;
  return (
    <span
      class={isFocus ? 'here is-focus' : 'here'}
      style={{ insetInlineStart: `${(100 * cell.value) / count}%`, inlineSize: `${100 / count}%` }}
    />
  );
}

function spoken(row: Row, cell: number, range: Range): string {
  const described = describe(row, cell, range);
  return described ? [described.when, described.state, ...described.more].join('. ') : '';
}

const isRightToLeft = (element: Element): boolean => getComputedStyle(element).direction === 'rtl';

function cellOf({ currentTarget, clientX }: TargetedPointerEvent<HTMLElement>, count: number): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  const share = (clientX - left) / width;
  return cellBelow(isRightToLeft(currentTarget) ? 1 - share : share, count);
}

/** Up and down: the strip before or after, at the same time. False: there is none, or another key. */
function toNeighbour({ key, currentTarget }: TargetedKeyboardEvent<HTMLElement>): boolean {
  const step = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0;
  if (step === 0) return false;
  const strips = [...(currentTarget.closest('.entry')?.querySelectorAll<HTMLElement>('.strip') ?? [])];
  // Those in a closed part are not to be reached.
  const shown = strips.filter((strip) => strip.getClientRects().length > 0);
  shown[shown.indexOf(currentTarget) + step]?.focus();
  return true;
}
