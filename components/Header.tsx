import { Icon } from './Icon.tsx';
import type { PopupActions, PopupModel } from './model.ts';
import { NetworkLine } from './NetworkLine.tsx';
import { ProgressBar } from './ProgressBar.tsx';
import { t } from './text.ts';

interface Props {
  readonly model: PopupModel;
  readonly actions: PopupActions;
}

export function Header({ model, actions }: Props) {
  const checking = model.checking.value;
  return (
    <header class="header">
      <img class="logo" src="/icon/96.png" alt="" />
      <NetworkLine
        connection={model.connection}
        place={model.place.value}
        checkedAt={model.snapshot.value?.takenAt ?? null}
        now={model.now.value}
      />
      {/* One button that changes its words, so that the focus stays where it is. */}
      <button type="button" class="button" onClick={checking ? actions.cancel : actions.check}>
        <Icon name={checking ? 'stop' : 'check'} />
        {t(checking ? 'action.cancel' : 'action.check_now')}
      </button>
      <button
        type="button"
        class="button button-bare"
        aria-label={t('action.settings')}
        title={t('action.settings')}
        onClick={actions.openOptions}
      >
        <Icon name="settings" />
      </button>
      {checking && <ProgressBar progress={model.progress.value} />}
    </header>
  );
}
