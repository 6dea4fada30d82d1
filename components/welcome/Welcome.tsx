import { useEffect, useRef } from 'preact/hooks';
import { Announcer } from '../Announcer.tsx';
import { Shield } from '../Shield.tsx';
import { Agreed } from './Agreed.tsx';
import { Agreement } from './Agreement.tsx';
import type { WelcomeActions, WelcomeModel } from './model.ts';

/** The first page: what will be contacted and what is to be chosen; once agreed, the answer and what comes next. */
export function Welcome({ model, actions }: { model: WelcomeModel; actions: WelcomeActions }) {
  const agreed = model.agreed.value;
  const before = useRef(agreed);
  useEffect(() => {
    // The button that was pressed is gone: go on from the answer.
    if (agreed && !before.current) document.querySelector('h1')?.focus();
    before.current = agreed;
  }, [agreed]);

  return (
    <Shield onRetry={actions.check}>
      <header class="brand">
        <img class="logo" src="/icon/96.png" alt="" />
        <span>Ringback</span>
      </header>
      <Announcer snapshot={model.snapshot.value} />
      {agreed ? <Agreed model={model} actions={actions} /> : <Agreement model={model} actions={actions} />}
    </Shield>
  );
}
