import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { QuietHours } from '../../core/announce/quiet-hours.ts';
import { Switch } from '../Switch.tsx';
import { t } from '../text.ts';
import { clock, minuteOf } from './format.ts';
import type { OptionsActions, OptionsModel } from './model.ts';

/** What most people sleep through: where the quiet hours begin before any were chosen. */
const NIGHT: QuietHours = [22 * 60, 7 * 60];

/** What is told, and when it is not. */
export function NotificationsPart({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const isRefused = useSignal(false);
  const { notifications, notifyBlocked, notifyWorks, quietHours } = model.settings.value;
  const { locked } = model.organisation.value;
  const isOn = notifications && model.mayNotify.value === true;
  return (
    <>
      <Switch
        label={t('settings.notifications')}
        hint={t('settings.notifications_hint')}
        on={isOn}
        locked={locked.includes('notifications')}
        onChange={async (on) => {
          isRefused.value = on && !(await actions.allowNotifications());
          if (!on) actions.choose({ notifications: false });
        }}
      />
      <p class="refusal" role="status">
        {isRefused.value && t('settings.notifications_refused')}
      </p>
      {isOn && (
        <>
          <Switch
            label={t('options.notifications.blocked')}
            on={notifyBlocked}
            locked={locked.includes('notifyBlocked')}
            onChange={(on) => actions.choose({ notifyBlocked: on })}
          />
          <Switch
            label={t('options.notifications.works')}
            on={notifyWorks}
            locked={locked.includes('notifyWorks')}
            onChange={(on) => actions.choose({ notifyWorks: on })}
          />
          <Switch
            label={t('options.notifications.quiet')}
            hint={t('options.notifications.quiet_hint')}
            on={quietHours !== null}
            locked={locked.includes('quietHours')}
            onChange={(on) => actions.choose({ quietHours: on ? NIGHT : null })}
          />
          {quietHours && (
            <Times
              hours={quietHours}
              isLocked={locked.includes('quietHours')}
              onChange={(hours) => actions.choose({ quietHours: hours })}
            />
          )}
        </>
      )}
    </>
  );
}

interface TimesProps {
  readonly hours: QuietHours;
  readonly isLocked: boolean;
  onChange(hours: QuietHours): void;
}

function Times({ hours: [from, until], isLocked, onChange }: TimesProps) {
  const id = useId();
  const field = (name: string, label: string, minute: number, changed: (minute: number) => QuietHours) => (
    <div>
      <label for={id + name}>{label}</label>
      <input
        id={id + name}
        type="time"
        required
        disabled={isLocked}
        value={clock(minute)}
        onChange={({ currentTarget: { value } }) => {
          const chosen = minuteOf(value);
          if (chosen !== null) onChange(changed(chosen));
        }}
      />
    </div>
  );
  return (
    <div class="times">
      {field('from', t('options.notifications.from'), from, (chosen) => [chosen, until])}
      {field('until', t('options.notifications.until'), until, (chosen) => [from, chosen])}
      <p role="status">{from === until && t('options.notifications.same')}</p>
    </div>
  );
}
