/** Where the person reads in one network's strips. */
export interface Cursor {
  /** Id of the row. */
  readonly row: string;
  readonly cell: number;
}

/** The cell that a key leads to; null: the key is not about cells. Time runs with the text. */
export function cellAfter(key: string, cell: number, count: number, isRightToLeft: boolean): number | null {
  const later = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const earlier = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  const wanted = new Map([
    [later, cell + 1],
    [earlier, cell - 1],
    ['Home', 0],
    ['End', count - 1],
    ['PageUp', cell - PAGE],
    ['PageDown', cell + PAGE],
  ]).get(key);
  return wanted === undefined ? null : Math.min(count - 1, Math.max(0, wanted));
}

const PAGE = 12;

/** The cell below a point; shares are measured from the strip's beginning. */
export const cellBelow = (share: number, count: number): number =>
  Math.min(count - 1, Math.max(0, Math.floor(share * count)));
