import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Switch } from '../Switch.tsx';
import { locale, t } from '../text.ts';
import type { WelcomeActions, WelcomeModel } from './model.ts';
import { Step } from './Step.tsx';

const MINUTES = [15, 30, 60, 180, 360, 720];

/** Whether it checks by itself, how often, and whether it tells. */
export function When({ model, actions }: { model: WelcomeModel; actions: WelcomeActions }) {
  const id = useId();
  const refused = useSignal(false);
  const { automatic, intervalMinutes } = model.choices.value;
  const isLocked = (name: string) => model.locked.value.includes(name);
  const spans = [...new Set([...MINUTES, intervalMinutes])].sort((a, b) => a - b);
  return (
    <Step number={3} title={t('welcome.when')}>
      <Switch
        label={t('settings.automatic')}
        hint={t('settings.automatic_hint')}
        on={automatic}
        locked={isLocked('automatic')}
        onChange={(automatic) => actions.choose({ automatic })}
      />
      <div class="interval">
        <label for={id}>{t('welcome.interval')}</label>
        <select
          id={id}
          aria-describedby={`${id}-hint`}
          disabled={!automatic || isLocked('intervalMinutes')}
          onChange={(event) => actions.choose({ intervalMinutes: Number(event.currentTarget.value) })}
        >
          {spans.map((minutes) => (
            <option key={minutes} value={minutes} selected={minutes === intervalMinutes}>
              {spanOf(minutes)}
            </option>
          ))}
        </select>
        <span class="quiet" id={`${id}-hint`}>
          {t(isLocked('intervalMinutes') ? 'settings.locked' : 'welcome.interval_hint')}
        </span>
      </div>
      <Switch
        label={t('settings.notifications')}
        hint={t('settings.notifications_hint')}
        on={model.notifications.value}
        locked={isLocked('notifications')}
        onChange={async (wanted) => {
          refused.value = !(await actions.notify(wanted));
        }}
      />
      <p class="quiet" role="status">
        {refused.value && t('settings.notifications_refused')}
      </p>
    </Step>
  );
}

/** `30 minutes`, `1 hour`. */
function spanOf(minutes: number): string {
  const [count, unit] = minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
