import { Announcer } from './Announcer.tsx';
import { CheckView } from './CheckView.tsx';
import { Consent } from './Consent.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import type { PopupActions, PopupModel } from './model.ts';
import { Shield } from './Shield.tsx';

/** The whole popup: before the person has agreed to anything, the agreement and nothing else. */
export function Popup({ model, actions }: { model: PopupModel; actions: PopupActions }) {
  return (
    <Shield onRetry={actions.check}>
      <Announcer snapshot={model.snapshot.value} />
      {model.failure.value && <FailureNotice failure={model.failure.value} />}
      {model.agreed.value ? (
        <CheckView model={model} actions={actions} />
      ) : (
        <Consent selection={model.selection.value} onAgree={actions.agree} />
      )}
    </Shield>
  );
}
