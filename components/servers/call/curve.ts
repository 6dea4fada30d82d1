/** Height of the drawing; its width is 100. The line keeps clear of both edges by its own thickness. */
const HEIGHT = 40;
const EDGE = 2;

/**
 * A line through values that come one a second, as the path of an SVG. Where one is missing the line is broken: nothing is drawn that was not
 * measured. A value between two missing ones is a short dash.
 */
export function lineOf(values: readonly (number | null)[], most: number): string {
  const step = 100 / Math.max(1, values.length - 1);
  const place = (value: number) => (HEIGHT - EDGE - (value / most) * (HEIGHT - 2 * EDGE)).toFixed(1);
  const parts: string[] = [];
  values.forEach((value, index) => {
    if (value === null) return;
    const x = index * step;
    const isBegun = index > 0 && values[index - 1] !== null;
    const isAlone = !isBegun && (values[index + 1] ?? null) === null;
    parts.push(`${isBegun ? 'L' : 'M'}${x.toFixed(1)} ${place(value)}${isAlone ? 'h1' : ''}`);
  });
  return parts.join('');
}
