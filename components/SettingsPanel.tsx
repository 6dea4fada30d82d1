import { useSignal } from '@preact/signals';
import type { Choices, Organisation, PopupActions } from './model.ts';
import { Switch } from './Switch.tsx';
import { t } from './text.ts';

export const SETTINGS_ID = 'settings';

interface Props {
  readonly choices: Choices;
  readonly organisation: Organisation;
  readonly actions: PopupActions;
}

/** The choices that a person looks for in a popup. */
export function SettingsPanel({ choices, organisation: { locked, reportsTo }, actions }: Props) {
  const refused = useSignal(false);
  return (
    <section class="settings" id={SETTINGS_ID} aria-label={t('action.settings')}>
      <Switch
        label={t('settings.automatic')}
        hint={t('settings.automatic_hint')}
        on={choices.automatic}
        locked={locked.includes('automatic')}
        onChange={(automatic) => actions.choose({ automatic })}
      />
      <Switch
        label={t('settings.badge')}
        hint={t('settings.badge_hint')}
        on={choices.badge}
        locked={locked.includes('badge')}
        onChange={(badge) => actions.choose({ badge })}
      />
      <Switch
        label={t('settings.notifications')}
        hint={t('settings.notifications_hint')}
        on={choices.notifications}
        locked={locked.includes('notifications')}
        onChange={async (notifications) => {
          refused.value = notifications && !(await actions.allowNotifications());
          if (!notifications) actions.choose({ notifications });
        }}
      />
      <p class="quiet" role="status">
        {refused.value && t('settings.notifications_refused')}
      </p>
      {reportsTo && <p class="quiet">{t('settings.reports', reportsTo)}</p>}
    </section>
  );
}
