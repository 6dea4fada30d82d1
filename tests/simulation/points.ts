import type { Browser } from './exchange.ts';
import type { LossKind } from './loss.ts';
import { type BlockedCount, countBlocked, countOpen, type OpenCount } from './rates.ts';
import type { Setting } from './story.ts';

/** What the figures show: three lines at each share of loss. */

/** Each way, 0 to 30 %. */
export const LOSSES = Array.from({ length: 13 }, (_, step) => (step * 2.5) / 100);

export interface Variant {
  readonly browser: Browser;
  readonly kind: LossKind;
  readonly says: string;
}

export const VARIANTS: readonly Variant[] = [
  { browser: 'chromium', kind: 'independent', says: 'Chromium, packets lost one by one' },
  { browser: 'firefox', kind: 'independent', says: 'Firefox, packets lost one by one' },
  { browser: 'chromium', kind: 'bursts', says: 'Chromium, lost in bursts of half a second' },
];

/** The relay that is blocked: a service with three relays, which share nothing with any other service or control. */
const BLOCKED = 'whatsapp';
/** A filter that P(fail | blocked) = 0.9 describes lets one round of ten pass. */
const LEAK = 0.1;

export interface Point {
  readonly variant: Variant;
  readonly loss: number;
  readonly open: OpenCount;
  readonly sealed: BlockedCount;
  readonly leaking: BlockedCount;
}

/** Part of the work on one point. */
export interface Job {
  readonly variant: number;
  readonly loss: number;
  readonly what: 'open' | 'sealed' | 'leaking';
  /** Seeds from here, so many. */
  readonly from: number;
  readonly count: number;
}

export function perform({ variant, loss, what, from, count }: Job): Promise<OpenCount | BlockedCount> {
  const { browser, kind } = VARIANTS[variant] as Variant;
  const setting: Setting = { browser, kind, loss: LOSSES[loss] ?? 0 };
  const seeds = Array.from({ length: count }, (_, index) => from + index);
  return what === 'open'
    ? countOpen(setting, seeds)
    : countBlocked({ ...setting, block: { service: BLOCKED, leak: what === 'leaking' ? LEAK : 0 } }, seeds);
}

const PART = 100;

/** Every point in parts, each with seeds of its own. */
export const jobs = (runs: number): Job[] =>
  LOSSES.flatMap((_, loss) =>
    VARIANTS.flatMap((_, variant) =>
      (['open', 'sealed', 'leaking'] as const).flatMap((what, kind) =>
        Array.from({ length: Math.ceil(runs / PART) }, (_, part) => ({
          ...{ variant, loss, what },
          from: ((loss * VARIANTS.length + variant) * 3 + kind) * 1_000_000 + part * PART,
          count: Math.min(PART, runs - part * PART),
        })),
      ),
    ),
  );

export const toPoints = (done: readonly { readonly job: Job; readonly count: OpenCount | BlockedCount }[]): Point[] =>
  LOSSES.flatMap((share, loss) =>
    VARIANTS.map((variant, index) => {
      const total = (what: Job['what']) =>
        done
          .filter(({ job }) => job.loss === loss && job.variant === index && job.what === what)
          .map(({ count }) => count as unknown as Counts)
          .reduce(sum, {});
      const [open, sealed, leaking] = [total('open'), total('sealed'), total('leaking')];
      return { variant, loss: share, open, sealed, leaking } as unknown as Point;
    }),
  );

interface Counts {
  readonly [name: string]: number | Counts;
}

/** Part by part; what one of them has not counted is nought there. */
function sum(a: Counts, b: Counts): Counts {
  const both = [...new Set([...Object.keys(a), ...Object.keys(b)])].map((name) => {
    const [x = 0, y = 0] = [a[name], b[name]];
    if (typeof x === 'number' && typeof y === 'number') return [name, x + y] as const;
    return [name, sum(typeof x === 'number' ? {} : x, typeof y === 'number' ? {} : y)] as const;
  });
  return Object.fromEntries(both);
}
