import type { CallSecond } from '../../../core/call/call.ts';
import { format, t } from '../../text.ts';
import { lineOf } from './curve.ts';
import { share } from './format.ts';

interface Kind {
  readonly name: string;
  readonly of: (second: CallSecond) => number | null;
  readonly words: (value: number) => string;
  /** What the top stands for at least: small changes must not look like large ones. */
  readonly top: number;
}

const kinds = (): readonly Kind[] => [
  { name: t('servers.call.round_trip'), of: ({ roundTripMs }) => roundTripMs, words: format.milliseconds, top: 100 },
  { name: t('servers.call.jitter'), of: ({ jitterMs }) => jitterMs, words: format.milliseconds, top: 20 },
  { name: t('servers.call.loss'), of: ({ loss }) => loss, words: share, top: 0.05 },
];

/** Round trip, jitter and loss, second by second. */
export function Curves({ seconds }: { seconds: readonly CallSecond[] }) {
  if (seconds.length < 2) return null;
  return (
    <>
      <p class="quiet">{t('servers.call.curves')}</p>
      <div class="curves">
        {kinds().map((kind) => (
          <Curve key={kind.name} kind={kind} values={seconds.map(kind.of)} />
        ))}
      </div>
    </>
  );
}

function Curve({ kind: { name, words, top }, values }: { kind: Kind; values: readonly (number | null)[] }) {
  const known = values.filter((value) => value !== null);
  const most = Math.max(top, ...known);
  // Both as they are written: numbers that differ by less are one.
  const ends = new Set([Math.min(...known), Math.max(...known)].map(words));
  const said = known.length === 0 ? t('servers.call.not_measured') : [...ends].join(' – ');
  return (
    <figure class="curve">
      <figcaption>
        {name} <bdi class="quiet">{said}</bdi>
      </figcaption>
      {known.length > 0 && (
        <svg viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
          <path class="curve-ground" d="M0 39.5H100" />
          <path class="curve-line" d={lineOf(values, most)} />
        </svg>
      )}
    </figure>
  );
}
