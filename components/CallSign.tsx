import type { CallConclusion } from '../core/call/call.ts';
import type { Tone } from './signs.ts';

/** A test call: a telephone in a shape that tells how it went, as the signs of verdicts do. */
export function CallSign({ conclusion }: { conclusion: CallConclusion }) {
  const tone = CALL_TONES[conclusion];
  return (
    <svg class={`event-sign call-sign tone-${tone}`} viewBox="0 0 20 20" aria-hidden="true">
      <path class="call-body" d={BODIES[tone]} />
      <path class="call-receiver" d={tone === 'bad' ? DOWN : UP} />
    </svg>
  );
}

const UP = 'M6.3 8.7c-.2 3.6 3.4 7.2 7 7l.8-2-2.2-1.4-1.1.9a5.6 5.6 0 0 1-2-2l.9-1.1L8.3 7.9z';
/** Hung up: a circle and an octagon of this size look much alike. */
const DOWN = 'M3.9 13.1c2.9-4 9.3-4 12.2 0l-1.5 2-2.4-.9-.2-1.6a7 7 0 0 0-4 0l-.2 1.6-2.4.9z';

const CALL_TONES: Record<CallConclusion, Tone> = {
  works: 'good',
  poor: 'caution',
  'tcp-only': 'caution',
  cut: 'bad',
  refused: 'caution',
  silent: 'bad',
  nothing: 'neutral',
};

const BODIES: Record<Tone, string> = {
  good: 'M10 2.6a9 9 0 0 1 0 18a9 9 0 0 1 0-18z',
  bad: 'M6.5 3.2h7l5 5v7l-5 5h-7l-5-5v-7z',
  caution: 'M10 1.8l9.6 9.9-9.6 9.9-9.6-9.9z',
  neutral: 'M5 3.5h10a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3v-10a3 3 0 0 1 3-3z',
};
