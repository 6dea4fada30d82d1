import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { PopupModel } from './model.ts';
import { t } from './text.ts';
import { verdictKey } from './wording.ts';

/** Tells a screen reader the verdict when it changes: not on the first paint, which is read anyway, and not on every paint. */
export function Announcer({ model }: { model: PopupModel }) {
  const spoken = useSignal('');
  const known = useRef<string | null>(null);

  useSignalEffect(() => {
    const snapshot = model.snapshot.value;
    const verdict = snapshot ? t(verdictKey(snapshot.network)) : '';
    if (known.current !== null && known.current !== verdict) spoken.value = verdict;
    known.current = verdict;
  });

  return (
    <p class="visually-hidden" role="status">
      {spoken}
    </p>
  );
}
