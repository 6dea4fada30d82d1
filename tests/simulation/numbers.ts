import type { Point } from './points.ts';
import { recordings } from './recorded.ts';
import { REDRAWS, redrawn } from './redraw.ts';

/** All that was counted, as `figures.json` keeps it. */
export interface Numbers {
  readonly runs: number;
  readonly points: readonly Point[];
  /** Rounds drawn anew from recorded ones, and how often each false word came up in them. */
  readonly redrawn: { readonly rounds: number; readonly words: Readonly<Record<string, number>> };
}

/** As many rounds as this or a few more, as many from each line and browser, and in each way. */
export function redrawAll(atLeast: number): Numbers['redrawn'] {
  const pools = recordings().flatMap((recording) =>
    recording.lines.flatMap((_, line) => REDRAWS.map((how) => ({ recording, line, how }))),
  );
  const each = Math.ceil(atLeast / Math.max(1, pools.length));
  const words: Record<string, number> = {};
  for (const [seed, { recording, line, how }] of pools.entries()) {
    for (const word of redrawn(recording, line, how, each, seed + 1)) words[word] = (words[word] ?? 0) + 1;
  }
  return { rounds: each * pools.length, words };
}
