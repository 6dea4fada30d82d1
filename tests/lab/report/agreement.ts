import type { Browser } from '../perform.ts';
import { isLast, type Word } from './words.ts';

/** Where browsers ended in different states on the same network. */
export interface Disagreement {
  readonly scenario: string;
  readonly phase: number;
  readonly service: string;
  readonly kind: Word['kind'];
  readonly truth: Word['truth'];
  readonly said: Readonly<Partial<Record<Browser, string>>>;
}

export function disagreements(words: readonly Word[]): Disagreement[] {
  const places = Map.groupBy(words.filter(isLast), ({ scenario, phase, service, kind }) =>
    [scenario, phase, service, kind].join(' '),
  );
  return [...places.values()].flatMap((said) => {
    const [first] = said;
    if (!first || said.every(({ state }) => state === first.state)) return [];
    const { scenario, phase, service, kind, truth } = first;
    return [
      { scenario, phase, service, kind, truth, said: Object.fromEntries(said.map((one) => [one.browser, one.state])) },
    ];
  });
}
