import { ALPHA, BETA } from '../../core/evidence/sequential.ts';
import { type Chart, draw } from './chart.ts';
import type { Numbers } from './numbers.ts';
import { LOSSES, type Point, VARIANTS, type Variant } from './points.ts';
import { MISSED_AFTER } from './rates.ts';
import { waldRounds, wilson } from './theory.ts';

/** The pictures of `docs/method.md`, by file name. */
export function pictures({ points }: Numbers): Readonly<Record<string, string>> {
  const first = VARIANTS[0] as Variant;
  const charts: Record<string, Chart> = {
    'false-words': {
      title: 'False words on an open network',
      says: `Share of networks of which anything false was said within ten rounds, by packet loss. ${spoken(points, ({ open }) => [open.accused, open.runs])}`,
      x: LOSS_AXIS,
      y: shares('Share of networks, ten rounds, twelve services', [0.05, ...highest(points, wrong)]),
      series: VARIANTS.map(({ says }) => ({ says, points: shareOf(pointsOf(points, says), wrong) })),
      bound: { at: ALPHA, says: 'The design for one service and one decision: α = 1 %' },
    },
    'missed-blocks': {
      title: 'Blocked relays that were not named yet',
      says: `Share of blocked relays that were not called likely blocked after three, five and eight rounds, by packet loss, in ${first.says}.`,
      x: LOSS_AXIS,
      y: shares('Share of blocks; the filter lets one round of ten pass', [0.15, ...highest(points, missedFirst)]),
      series: MISSED_AFTER.map((rounds) => ({
        says: `after ${rounds} rounds`,
        points: shareOf(pointsOf(points, first.says), ({ leaking }) => [leaking.missed[rounds] ?? 0, leaking.runs]),
      })),
      bound: { at: BETA, says: 'The design, at whichever round it decides: β = 5 %' },
    },
    'undecided-rounds': {
      title: 'Rounds that say nothing of the network',
      says: `Share of rounds on an open network after which it is "not enough evidence", by packet loss. ${spoken(points, ({ open }) => [open.undecided, open.rounds])}`,
      x: LOSS_AXIS,
      y: shares('Share of rounds that end in "not enough evidence"', [1]),
      series: VARIANTS.map(({ says }) => ({
        says,
        points: pointsOf(points, says).map(({ loss, open }) => ({ x: loss, y: open.undecided / open.rounds })),
      })),
    },
    'rounds-to-decision': {
      title: 'Rounds until a blocked relay is named',
      says: `Rounds on average until a blocked relay is called likely blocked, by packet loss, in ${first.says}, and Wald's approximation.`,
      x: LOSS_AXIS,
      y: { says: 'Rounds, half a minute apart', most: 6, step: 1, print: String },
      series: [
        { says: 'the filter lets nothing pass', points: roundsOf(points, first, 'sealed') },
        { says: 'the filter lets one round of ten pass', points: roundsOf(points, first, 'leaking') },
        {
          says: 'Wald, for the P(fail | open) that the controls taught',
          plain: true,
          points: pointsOf(points, first.says).map(({ loss, open }) => ({
            x: loss,
            y: waldRounds(open.learned.udp / open.rounds),
          })),
        },
      ],
    },
  };
  return Object.fromEntries(Object.entries(charts).map(([name, chart]) => [name, draw(chart)]));
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
const LOSS_AXIS = { says: 'Packets lost, each way', most: LOSSES.at(-1) ?? 0, step: 0.05, print: percent };

type Share = (point: Point) => readonly [hits: number, of: number];

const wrong: Share = ({ open }) => [open.accused, open.runs];

/** The most that the picture of missed blocks shows. */
const missedFirst: Share = ({ leaking }) => [leaking.missed[MISSED_AFTER[0]] ?? 0, leaking.runs];

const pointsOf = (points: readonly Point[], says: string): Point[] =>
  points.filter(({ variant }) => variant.says === says);

const shareOf = (points: readonly Point[], share: Share) =>
  points.map((point) => {
    const [hits, of] = share(point);
    return { x: point.loss, y: hits / of, between: wilson(hits, of) };
  });

const highest = (points: readonly Point[], share: Share): number[] => points.map((point) => wilson(...share(point))[1]);

/** An axis that holds all of these. */
function shares(says: string, values: readonly number[]) {
  const step = Math.max(...values) > 0.5 ? 0.2 : Math.max(...values) > 0.1 ? 0.05 : 0.01;
  return { says, most: Math.ceil(Math.max(...values) / step - 1e-9) * step, step, print: percent };
}

const roundsOf = (points: readonly Point[], { says }: Variant, what: 'sealed' | 'leaking') =>
  pointsOf(points, says).map((point) => ({ x: point.loss, y: point[what].rounds / point[what].runs }));

/** The ends of each line, for those who listen. */
const spoken = (points: readonly Point[], share: Share): string =>
  VARIANTS.map(({ says }) => {
    const ends = [pointsOf(points, says).at(0), pointsOf(points, says).at(-1)].flatMap((point) => point ?? []);
    const told = ends.map((point) => {
      const [hits, of] = share(point);
      return `${percent(hits / of)} at ${percent(point.loss)} loss`;
    });
    return `${says}: ${told.join(', ')}.`;
  }).join(' ');
