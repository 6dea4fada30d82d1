import { Answer } from './Answer.tsx';
import { Controls } from './Controls.tsx';
import { CopyReport } from './CopyReport.tsx';
import { Explain, isExplainable } from './Explain.tsx';
import { Header } from './Header.tsx';
import { Icon } from './Icon.tsx';
import { MoreHosts } from './MoreHosts.tsx';
import type { PopupActions, PopupModel } from './model.ts';
import { t } from './text.ts';

/** The answer: verdict, services, what to do. */
export function CheckView({ model, actions }: { model: PopupModel; actions: PopupActions }) {
  const snapshot = model.snapshot.value;
  return (
    <>
      <Header model={model} actions={actions} />
      <main>
        <Answer model={model} actions={actions} />
        <MoreHosts needed={model.newHosts.value} actions={actions} />
        {snapshot && <Controls groups={snapshot.controls} />}
        {snapshot && <Explain {...{ model, actions }} needed={isExplainable(snapshot)} />}
      </main>
      {snapshot && (
        <footer class="footer">
          <a class="button" href="/timeline.html" target="_blank" rel="noopener">
            <Icon name="timeline" />
            {t('action.timeline')}
          </a>
          <CopyReport onCopy={actions.copyReport} />
          <a class="button" href="/context.html" target="_blank" rel="noopener">
            <Icon name="context" />
            {t('context.title')}
          </a>
        </footer>
      )}
    </>
  );
}
