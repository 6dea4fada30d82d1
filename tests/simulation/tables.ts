import type { Numbers } from './numbers.ts';
import { type Point, VARIANTS } from './points.ts';
import { MISSED_AFTER } from './rates.ts';
import { waldRounds, wilson } from './theory.ts';

/** The numbers of `docs/method.md`, in Markdown. */
export function tables({ runs, points, redrawn }: Numbers): string {
  const each = VARIANTS.flatMap(({ says }) => [
    `**${says}**`,
    table(
      [
        'lost each way',
        'anything false in ten rounds',
        'worst service',
        'rounds undecided',
        'P(fail \\| open) learned, UDP / TCP',
        ...MISSED_AFTER.map((rounds) => `missed after ${rounds}`),
        'rounds to name it, tight / leaking / Wald',
      ],
      points.filter(({ variant }) => variant.says === says).map(row),
    ),
  ]);
  const words = Object.entries(redrawn.words).map(([word, count]) => `- ${word}: ${count}`);
  return [
    `${thousands(runs)} networks at each point, with Wilson's interval at 95 % in brackets. "Missed" is told of a filter that lets one round of ten pass.`,
    ...each,
    `Of ${thousands(redrawn.rounds)} rounds drawn from recorded ones, false words in ${words.length === 0 ? 'none.' : 'these:'}`,
    ...(words.length === 0 ? [] : [words.join('\n')]),
  ].join('\n\n');
}

const BEGIN = '<!-- simulation:begin -->';
const END = '<!-- simulation:end -->';

/** The page with its tables replaced; throws when the page has no place for them. */
export function withTables(page: string, tables: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`the page has no ${BEGIN} … ${END}`);
  return `${before}${BEGIN}\n\n${tables}\n\n${END}${after}`;
}

function row({ loss, open, sealed, leaking }: Point): string[] {
  const services = Object.entries(open.by).filter(([what]) => what !== 'network');
  const [worst, most] = services.sort(([, a], [, b]) => b - a)[0] ?? [];
  const learned = { udp: open.learned.udp / open.rounds, tcp: open.learned.tcp / open.rounds };
  return [
    percent(loss),
    between(open.accused, open.runs),
    worst === undefined ? 'none' : `${worst.split('/')[0]} ${percent((most ?? 0) / open.runs)}`,
    percent(open.undecided / open.rounds),
    `${learned.udp.toFixed(3)} / ${learned.tcp.toFixed(3)}`,
    ...MISSED_AFTER.map((rounds) => percent((leaking.missed[rounds] ?? 0) / leaking.runs)),
    `${mean(sealed)} / ${mean(leaking)} / ${waldRounds(learned.udp).toFixed(1)}`,
  ];
}

const mean = ({ rounds, runs }: { readonly rounds: number; readonly runs: number }): string =>
  (rounds / runs).toFixed(1);

function between(hits: number, of: number): string {
  const [low, high] = wilson(hits, of);
  return `${percent(hits / of)} (${percent(low)} to ${percent(high)})`;
}

/** Small shares keep their digits. */
const percent = (share: number): string =>
  `${share === 0 || share >= 0.1 ? Math.round(share * 1000) / 10 : Number((share * 100).toPrecision(2))} %`;

const thousands = (count: number): string => count.toLocaleString('en');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
