import { looks } from '../core/catalogue/looks.ts';
import { Announcer } from './Announcer.tsx';
import { Before } from './Before.tsx';
import { CheckView } from './CheckView.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import type { PopupActions, PopupModel } from './model.ts';
import { NoCatalogue } from './NoCatalogue.tsx';
import { Shield } from './Shield.tsx';

/** The whole popup: before the person has agreed to anything, where to do so and nothing else. */
export const Popup = ({ model, actions }: { model: PopupModel; actions: PopupActions }) => (
  <Shield onRetry={actions.check}>
    <Announcer snapshot={model.snapshot.value} />
    {model.failure.value && <FailureNotice failure={model.failure.value} />}
    {looks().length === 0 && <NoCatalogue />}
    {model.agreed.value ? <CheckView model={model} actions={actions} /> : <Before actions={actions} />}
  </Shield>
);
