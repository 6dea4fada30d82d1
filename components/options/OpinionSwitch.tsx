import { useSignal } from '@preact/signals';
import { Switch } from '../Switch.tsx';
import { t } from '../text.ts';
import type { OptionsActions, OptionsModel } from './model.ts';

/** Whether OONI is asked daily, after a check. The permission is asked for with it. */
export function OpinionSwitch({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const isRefused = useSignal(false);
  return (
    <div data-section="opinion-daily">
      <Switch
        label={t('opinion.daily')}
        hint={t('opinion.daily_hint')}
        on={model.settings.value.opinionDaily && model.mayAskOoni.value === true}
        locked={model.organisation.value.locked.includes('opinionDaily')}
        onChange={async (on) => {
          isRefused.value = on && !(await actions.allowOoni());
          if (!on) actions.choose({ opinionDaily: false });
        }}
      />
      <p class="refusal" role="status">
        {isRefused.value && t('opinion.daily_refused')}
      </p>
    </div>
  );
}
