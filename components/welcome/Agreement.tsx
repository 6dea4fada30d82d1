import { useSignal } from '@preact/signals';
import { FailureNotice } from '../FailureNotice.tsx';
import { t } from '../text.ts';
import { Contacts } from './Contacts.tsx';
import { Example } from './Example.tsx';
import type { WelcomeActions, WelcomeModel } from './model.ts';
import { ServicePicker } from './ServicePicker.tsx';
import { When } from './When.tsx';

/** Before the first packet: three steps, and one button. */
export function Agreement({ model, actions }: { model: WelcomeModel; actions: WelcomeActions }) {
  const isAsked = useSignal(false);
  const { services } = model.choices.value;
  const isEmpty = services.length === 0;
  return (
    <main class="agreement">
      <div class="lead">
        <div>
          <h1>{t('welcome.title')}</h1>
          <p>{t('welcome.intro')}</p>
          <p class="promise">{t('welcome.nothing_sent')}</p>
        </div>
        <Example />
      </div>
      <ServicePicker model={model} actions={actions} />
      <Contacts services={services} mirrors={model.mirrors.value} reportsTo={model.reportsTo} />
      <When model={model} actions={actions} />
      <div class="agree">
        <p class="risk">{t('welcome.risk')}</p>
        {model.failure.value && <FailureNotice failure={model.failure.value} />}
        <p role="alert" class="choose-one">
          {isAsked.value && isEmpty && t('welcome.choose_one')}
        </p>
        <button
          type="button"
          class="button button-main"
          onClick={() => {
            isAsked.value = true;
            if (!isEmpty) actions.agree();
          }}
        >
          {t('welcome.agree')}
        </button>
        <p class="quiet">{t('welcome.change_later')}</p>
      </div>
    </main>
  );
}
