import type { ComponentChildren } from 'preact';
import { type SignName, TONES } from './signs.ts';

/** The picture of a state. Always beside its words, so it is silent for screen readers. */
export function Sign({ name, tone = TONES[name] }: { name: SignName; tone?: string }) {
  return (
    <svg class={`sign tone-${tone}`} viewBox="0 0 24 24" aria-hidden="true">
      {SIGNS[name]}
    </svg>
  );
}

const OCTAGON = 'M8 2h8l6 6v8l-6 6H8l-6-6V8z';
const CIRCLE = 'M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 1 0 0-21z';
const TRIANGLE = 'M10.3 2.6a2 2 0 0 1 3.4 0l9 16.4a2 2 0 0 1-1.7 3H3a2 2 0 0 1-1.7-3z';
const SQUARE = 'M6 2h12a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4z';
const SHIELD = 'M12 1.5l9 3.3v6.4c0 5.3-3.6 9.4-9 11.3c-5.4-1.9-9-6-9-11.3V4.8z';

/** Filled: something was found. */
const found = (shape: string, glyph: ComponentChildren) => (
  <>
    <path class="sign-body" d={shape} />
    <g class="sign-glyph">{glyph}</g>
  </>
);

/** Outlined: nothing is settled. */
const open = (shape: string, glyph: ComponentChildren, dashes?: string) => (
  <>
    <path class="sign-outline" d={shape} stroke-dasharray={dashes} />
    <g class="sign-mark">{glyph}</g>
  </>
);

const dot = (x: number, y: number) => <path d={`M${x} ${y}h.01`} />;
const question = (
  <>
    <path d="M9.3 9.6a2.8 2.8 0 1 1 4.5 2.2c-1 .8-1.8 1.3-1.8 2.4" />
    {dot(12, 17.4)}
  </>
);
const dots = [7.8, 12, 16.2].map((x) => dot(x, 12));

const SIGNS: Record<SignName, ComponentChildren> = {
  ok: found(CIRCLE, <path d="M7 12.4l3.5 3.5l6.5-7.2" />),
  blocked: found(OCTAGON, <path d="M8.2 8.2l7.6 7.6M15.8 8.2l-7.6 7.6" />),
  some: found(OCTAGON, <path d="M12 6.5v6.5M12 17.3h.01" />),
  unreachable: found(OCTAGON, <path d="M6.8 12h10.4" />),
  poor: found(TRIANGLE, <path d="M6.8 15.6c1.7-2.6 3.5-2.6 5.2 0s3.5 2.6 5.2 0" />),
  outage: found(SQUARE, <path d="M13.2 5.5l-5.2 7.3h7.7l-5 5.8" />),
  'sign-in': found(SQUARE, <path d="M12 6.6a3 3 0 1 0 0 6a3 3 0 1 0 0-6zM12 12.6v5.6M12 15.6h2.6" />),
  offline: found(SQUARE, <path d="M6 17.5v-2M10 17.5v-5M6 6l12 12" />),
  restricted: found(SHIELD, <path d="M8 8l8 8.5" />),
  confirming: open(OCTAGON, dots),
  checking: open(CIRCLE, dots),
  unknown: open(CIRCLE, question, '3.7 2.9'),
  untestable: open(CIRCLE, <path d="M8 12h8" />),
  retired: open(SQUARE, <path d="M7.5 12h9" />),
  waiting: <g class="sign-mark">{dots}</g>,
};
