/** What the bench prints: lines of a label, its figures and what they are to be held against. */

export const heading = (title: string): void => console.log(`\n${title}`);

export const line = (label: string, ...figures: readonly string[]): void =>
  console.log(`  ${label.padEnd(34)}${figures.map((figure) => figure.padStart(14)).join('')}`);

export const ms = (value: number): string => `${Math.round(value)} ms`;
export const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
export const times = (value: number, of: number): string => (of > 0 ? `× ${(value / of).toFixed(1)}` : '');
/** A figure against its bound in the design. */
export const bound = (value: number, most: number): string => (value <= most ? 'within' : 'OVER');

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
