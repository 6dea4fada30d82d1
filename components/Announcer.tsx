import { useRef } from 'preact/hooks';
import type { Snapshot } from '../core/verdict/snapshot.ts';
import { t } from './text.ts';
import { verdictKey } from './wording.ts';

/** Tells a screen reader the verdict when it changes: not on the first paint, which is read anyway, and not on every paint. */
export function Announcer({ snapshot }: { snapshot: Snapshot | null }) {
  const verdict = snapshot ? t(verdictKey(snapshot.network)) : '';
  const known = useRef(verdict);
  const spoken = useRef('');
  if (known.current !== verdict) {
    known.current = verdict;
    spoken.current = verdict;
  }
  return (
    <p class="visually-hidden" role="status">
      {spoken.current}
    </p>
  );
}
