import type { PopupActions } from './model.ts';
import { t } from './text.ts';

/** The popup before the person has agreed: what is to be agreed to has a page of its own. */
export const Before = ({ actions }: { actions: Pick<PopupActions, 'openWelcome'> }) => (
  <main class="before">
    <img class="logo" src="/icon/96.png" alt="" />
    <h1>{t('consent.before')}</h1>
    <p>{t('consent.before_hint')}</p>
    <button type="button" class="button button-main" onClick={actions.openWelcome}>
      {t('consent.open')}
    </button>
  </main>
);
