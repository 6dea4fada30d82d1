import { PATHS, type Path } from '../scenario.ts';
import type { Word } from './words.ts';

/** How often each state was said of each truth; what never happened is left out. */
export type Matrix = Readonly<Partial<Record<Path, Readonly<Record<string, number>>>>>;

export function matrixOf(words: readonly Pick<Word, 'truth' | 'state'>[]): Matrix {
  const rows = PATHS.flatMap((path) => {
    const said = words.filter(({ truth }) => truth === path);
    const states = [...new Set(said.map(({ state }) => state))].sort();
    const row = states.map((state) => [state, said.filter((word) => word.state === state).length]);
    return said.length === 0 ? [] : [[path, Object.fromEntries(row)]];
  });
  return Object.fromEntries(rows) as Matrix;
}
