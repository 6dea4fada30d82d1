import { useSignal } from '@preact/signals';
import { Controls } from './Controls.tsx';
import { CopyReport } from './CopyReport.tsx';
import { Explain, isExplainable } from './Explain.tsx';
import { Header } from './Header.tsx';
import { Icon } from './Icon.tsx';
import type { PopupActions, PopupModel } from './model.ts';
import { rowsOf } from './rows.ts';
import { ServicesSection } from './ServicesSection.tsx';
import { SettingsPanel } from './SettingsPanel.tsx';
import { t } from './text.ts';
import { Verdict } from './Verdict.tsx';
import { worksNow } from './works-now.ts';

/** The answer: verdict, services, what to do. The old one stays while a check runs. */
export function CheckView({ model, actions }: { model: PopupModel; actions: PopupActions }) {
  const settingsOpen = useSignal(false);
  const snapshot = model.snapshot.value;
  const progress = model.progress.value;
  const now = model.now.value;
  const rows = rowsOf(model.selection.value, snapshot, progress);
  const works = worksNow(rows.flatMap(({ assessment }) => assessment ?? []));
  const place = model.place.value;
  const context = {
    works,
    now,
    isConfirming: snapshot?.confirming ?? false,
    said: place?.said ?? {},
    onSay: actions.say,
  };

  return (
    <>
      <Header model={model} actions={actions} settingsOpen={settingsOpen} />
      {settingsOpen.value && (
        <SettingsPanel choices={model.choices.value} organisation={model.organisation.value} actions={actions} />
      )}
      <main>
        <Verdict
          snapshot={snapshot}
          checking={model.checking.value}
          works={works}
          hints={place?.hints ?? []}
          now={now}
        />
        {(snapshot || progress) && <ServicesSection rows={rows} context={context} />}
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
        </footer>
      )}
    </>
  );
}
