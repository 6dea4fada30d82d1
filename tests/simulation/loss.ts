import { exponential, type Random } from './random.ts';

/** A line that loses packets, the same share each way. */
export interface LossyLine {
  lost(way: Way, at: number): boolean;
}

export type Way = 'up' | 'down';

/** `independent`: each packet by itself. `bursts`: for half a second nothing passes, whoever sends it. */
export type LossKind = 'independent' | 'bursts';

export const lossyLine = (kind: LossKind, share: number, random: Random): LossyLine =>
  kind === 'independent' || share === 0 ? { lost: () => random() < share } : bursts(share, random);

const BURST_MS = 500;

/** Gilbert's model (1960) in continuous time: a good state that loses nothing and a bad one that loses all, one chain each way. */
function bursts(share: number, random: Random): LossyLine {
  const goodMs = (BURST_MS * (1 - share)) / share;
  const chain = (): ((at: number) => boolean) => {
    const startsBad = random() < share;
    /** When the state changes, ms, the first at the first question. */
    const changes: number[] = [];
    const isBadAfter = (count: number) => startsBad !== (count % 2 === 1);
    return (at) => {
      for (let last = changes.at(-1) ?? at; last <= at; last = changes.at(-1) ?? at) {
        changes.push(last + exponential(isBadAfter(changes.length) ? BURST_MS : goodMs, random));
      }
      return isBadAfter(changes.findIndex((change) => change > at));
    };
  };
  const chains = { up: chain(), down: chain() };
  return { lost: (way, at) => chains[way](at) };
}
