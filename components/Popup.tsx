import { useEffect, useRef } from 'preact/hooks';
import { Announcer } from './Announcer.tsx';
import { CheckView } from './CheckView.tsx';
import { Consent } from './Consent.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import type { PopupActions, PopupModel } from './model.ts';
import { Shield } from './Shield.tsx';

/** The whole popup: before the person has agreed to anything, the agreement and nothing else. */
export function Popup({ model, actions }: { model: PopupModel; actions: PopupActions }) {
  const agreed = model.agreed.value;
  const before = useRef(agreed);
  useEffect(() => {
    // The button that was pressed is gone: go on from the new view's title.
    if (agreed && !before.current) document.querySelector('h1')?.focus();
    before.current = agreed;
  }, [agreed]);

  return (
    <Shield onRetry={actions.check}>
      <Announcer snapshot={model.snapshot.value} />
      {model.failure.value && <FailureNotice failure={model.failure.value} />}
      {agreed ? (
        <CheckView model={model} actions={actions} />
      ) : (
        <Consent selection={model.selection.value} onAgree={actions.agree} />
      )}
    </Shield>
  );
}
