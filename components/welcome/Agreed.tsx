import { Answer } from '../Answer.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { Icon } from '../Icon.tsx';
import { MoreHosts } from '../MoreHosts.tsx';
import { ProgressBar } from '../ProgressBar.tsx';
import { t } from '../text.ts';
import type { WelcomeActions, WelcomeModel } from './model.ts';
import { PinHelp } from './PinHelp.tsx';

/** The answer, as it comes in, and what to do next. */
export function Agreed({ model, actions }: { model: WelcomeModel; actions: WelcomeActions }) {
  const checking = model.checking.value;
  return (
    <main class="agreed">
      <div class="answer">
        <div class="bar">{checking && <ProgressBar progress={model.progress.value} />}</div>
        {model.failure.value && <FailureNotice failure={model.failure.value} />}
        <Answer model={model} actions={actions} />
        <MoreHosts needed={model.newHosts.value} actions={actions} />
        <button type="button" class="button" onClick={checking ? actions.cancel : actions.check}>
          <Icon name={checking ? 'stop' : 'check'} />
          {t(checking ? 'action.cancel' : 'action.check_now')}
        </button>
      </div>
      <div class="next">
        <PinHelp toolbar={model.toolbar} />
        <nav aria-labelledby="next">
          <h2 id="next">{t('welcome.next')}</h2>
          <ul class="links">
            <li>
              <a class="button" href="/options.html">
                <Icon name="settings" />
                {t('action.settings')}
              </a>
            </li>
            <li>
              <a class="button" href="/timeline.html">
                <Icon name="timeline" />
                {t('action.timeline')}
              </a>
            </li>
            <li>
              <a class="button" href="/help.html">
                <Icon name="say" />
                {t('welcome.help')}
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </main>
  );
}
