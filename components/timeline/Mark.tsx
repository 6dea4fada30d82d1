import type { ComponentChildren } from 'preact';
import { LOOK_TONES, type Look } from './looks.ts';

interface Props {
  readonly look: Look;
  /** In per cent of the strip: shapes follow its size, patterns and glyphs keep theirs. */
  readonly x: string;
  readonly width: string;
}

/** What one state looks like on a strip: the graver, the higher; a gap is nothing at all. */
export function Mark({ look, x, width }: Props) {
  const shape = SHAPES[look];
  if (!shape) return null;
  const { y, height, fill = 'solid', glyph } = shape;
  const tone = LOOK_TONES[look];
  return (
    <g class={`is-${fill} tone-${tone}`}>
      {fill === 'dotted' ? (
        <svg {...{ x, width }} aria-hidden="true">
          <line x1="2" x2="100%" y1="50%" y2="50%" />
        </svg>
      ) : (
        <rect
          {...{ x, y, width, height }}
          fill={fill === 'hatched' || fill === 'striped' ? `url(#${fill}-${tone})` : undefined}
        />
      )}
      {glyph && (
        <svg class="strip-glyph" {...{ x, y, width, height }} viewBox="0 0 20 20" aria-hidden="true">
          <path d={glyph} />
        </svg>
      )}
    </g>
  );
}

type Fill = 'solid' | 'hatched' | 'striped' | 'dotted' | 'outlined';
interface Shape {
  readonly y: string;
  readonly height: string;
  readonly fill?: Fill;
  readonly glyph?: string;
}

const FULL = { y: '4%', height: '92%' };

const SHAPES: Record<Look, Shape | null> = {
  ok: { y: '38%', height: '24%' },
  blocked: { ...FULL, glyph: 'M5 5l10 10M15 5l-10 10' },
  unreachable: { ...FULL, glyph: 'M4 10h12' },
  some: { y: '20%', height: '60%', glyph: 'M10 3.5v8M10 16.4h.01' },
  mixed: { ...FULL, fill: 'hatched' },
  confirming: { ...FULL, fill: 'outlined' },
  poor: { y: '20%', height: '60%', fill: 'hatched' },
  outage: { ...FULL, fill: 'striped' },
  unknown: { y: '38%', height: '24%', fill: 'dotted' },
  untestable: { y: '46%', height: '8%' },
  off: { y: '30%', height: '40%', fill: 'outlined' },
  gap: null,
};

/** What `fill` refers to. A pattern takes its colours from where it stands, so there is one for each tone that uses it. */
export const Patterns = () => (
  <svg class="visually-hidden" aria-hidden="true">
    <defs>
      <Pattern id="hatched-bad" size={5} turn={45}>
        <rect class="pattern-line tone-bad" width="2.6" height="5" />
      </Pattern>
      <Pattern id="hatched-caution" size={5} turn={45}>
        <rect class="pattern-line tone-caution" width="2.6" height="5" />
      </Pattern>
      <Pattern id="striped-caution" size={4} turn={0}>
        <rect class="pattern-line tone-caution" width="2" height="4" />
      </Pattern>
    </defs>
  </svg>
);

const Pattern = (props: { id: string; size: number; turn: number; children: ComponentChildren }) => (
  <pattern
    id={props.id}
    width={props.size}
    height={props.size}
    patternUnits="userSpaceOnUse"
    patternTransform={`rotate(${props.turn})`}
  >
    {props.children}
  </pattern>
);
