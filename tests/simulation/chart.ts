/** Line charts as SVG that stands by itself: no script, no font of its own, readable on light and dark pages and without colours. */

export interface Chart {
  readonly title: string;
  /** What a person sees who can't see it. */
  readonly says: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  /** What the design promises, as a line across. */
  readonly bound?: { readonly at: number; readonly says: string };
}

interface Axis {
  readonly says: string;
  readonly most: number;
  readonly step: number;
  readonly print: (value: number) => string;
}

interface Series {
  readonly says: string;
  /** Theory: a line without marks. */
  readonly plain?: true;
  readonly points: readonly Sample[];
}

interface Sample {
  readonly x: number;
  readonly y: number;
  /** Confidence interval. */
  readonly between?: readonly [low: number, high: number];
}

const WIDTH = 720;
const LEFT = 64;
const RIGHT = 24;
const TOP = 68;
const PLOT_HEIGHT = 280;
const BOTTOM = TOP + PLOT_HEIGHT;
const LEGEND_ROW = 22;

/** Told apart by dashes and marks as well as by colour (Okabe and Ito's, darker on light, lighter on dark). */
const LOOKS = [
  { light: '#0062a3', dark: '#6cb8f0', dash: '', mark: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z' },
  { light: '#a94400', dark: '#f0a060', dash: '7 4', mark: 'M-4-4h8v8h-8z' },
  { light: '#00694e', dark: '#4fd0a8', dash: '2 3', mark: 'M0-5l5 9h-10z' },
  { light: '#8b3a6f', dark: '#e59ac8', dash: '9 3 2 3', mark: 'M0-5l5 5l-5 5l-5-5z' },
] as const;

const STYLE = [
  'text{font:14px system-ui,sans-serif;fill:#1b1b1b}.title{font-size:16px;font-weight:600}',
  '.page{fill:#fff}.grid{stroke:#d8d8d8}.bound{stroke:#1b1b1b;stroke-dasharray:1 4;stroke-width:2;stroke-linecap:round}',
  ...LOOKS.map(({ light }, i) => `.s${i}{stroke:${light};color:${light}}`),
  '@media(prefers-color-scheme:dark){text{fill:#ececec}.page{fill:#15181c}.grid{stroke:#3a3f45}.bound{stroke:#ececec}',
  ...LOOKS.map(({ dark }, i) => `.s${i}{stroke:${dark};color:${dark}}`),
  '}',
].join('');

export function draw(chart: Chart): string {
  const { title, says, x, y, series, bound } = chart;
  const px = (value: number) => round(LEFT + (value / x.most) * (WIDTH - LEFT - RIGHT));
  const py = (value: number) => round(BOTTOM - (Math.min(value, y.most) / y.most) * PLOT_HEIGHT);
  const legend = BOTTOM + 64;
  const rows = series.length + (bound ? 1 : 0);
  const height = legend + rows * LEGEND_ROW;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title says">`,
    `<title id="title">${xml(title)}</title><desc id="says">${xml(says)}</desc><style>${STYLE}</style>`,
    `<rect class="page" width="${WIDTH}" height="${height}" rx="8"/>`,
    `<text class="title" x="16" y="26">${xml(title)}</text><text x="16" y="46">${xml(y.says)}</text>`,
    ...ticks(y).map(
      (value) =>
        `<path class="grid" d="M${LEFT} ${py(value)}H${WIDTH - RIGHT}"/><text x="${LEFT - 8}" y="${py(value) + 5}" text-anchor="end">${y.print(value)}</text>`,
    ),
    ...ticks(x).map(
      (value) => `<text x="${px(value)}" y="${BOTTOM + 20}" text-anchor="middle">${x.print(value)}</text>`,
    ),
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${BOTTOM + 42}" text-anchor="middle">${xml(x.says)}</text>`,
    ...series.map(({ points, plain }, index) => {
      const look = LOOKS[index % LOOKS.length] as (typeof LOOKS)[number];
      const line = points.map((point, at) => `${at === 0 ? 'M' : 'L'}${px(point.x)} ${py(point.y)}`).join('');
      const bars = points.flatMap(({ x, between }) => (between ? `M${px(x)} ${py(between[0])}V${py(between[1])}` : []));
      const marks = plain ? [] : points.map(({ x, y }) => mark(look.mark, px(x), py(y)));
      return `<g class="s${index % LOOKS.length}" fill="none"><path stroke-width="2" stroke-dasharray="${look.dash}" d="${line}"/><path d="${bars.join('')}"/>${marks.join('')}</g>`;
    }),
    ...(bound ? [`<path class="bound" d="M${LEFT} ${py(bound.at)}H${WIDTH - RIGHT}"/>`] : []),
    ...series.map(({ says, plain }, index) => {
      const look = LOOKS[index % LOOKS.length] as (typeof LOOKS)[number];
      const at = legend + index * LEGEND_ROW;
      const sample = `<path stroke-width="2" stroke-dasharray="${look.dash}" d="M${LEFT} ${at - 5}h44"/>${plain ? '' : mark(look.mark, LEFT + 22, at - 5)}`;
      return `<g class="s${index % LOOKS.length}" fill="none">${sample}</g><text x="${LEFT + 56}" y="${at}">${xml(says)}</text>`;
    }),
    ...(bound
      ? [
          `<path class="bound" d="M${LEFT} ${legend + series.length * LEGEND_ROW - 5}h44"/><text x="${LEFT + 56}" y="${legend + series.length * LEGEND_ROW}">${xml(bound.says)}</text>`,
        ]
      : []),
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}

const mark = (path: string, x: number, y: number): string =>
  `<path fill="currentColor" stroke="none" transform="translate(${x} ${y})" d="${path}"/>`;

const ticks = ({ most, step }: Axis): number[] =>
  Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, index) => index * step);

const round = (value: number): number => Math.round(value * 10) / 10;

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
