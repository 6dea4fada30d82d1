import { Switch } from '../Switch.tsx';
import { t } from '../text.ts';
import type { OptionsActions, OptionsModel } from './model.ts';
import { Radios } from './Radios.tsx';

const THEMES = ['system', 'light', 'dark'] as const;

export function LookPart({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const { badge, theme } = model.settings.value;
  const { locked } = model.organisation.value;
  return (
    <>
      <Switch
        label={t('settings.badge')}
        hint={t('settings.badge_hint')}
        on={badge}
        locked={locked.includes('badge')}
        onChange={(on) => actions.choose({ badge: on })}
      />
      <Radios
        legend={t('options.look.theme')}
        value={theme}
        choices={THEMES.map((value) => ({ value, label: t(`options.look.themes.${value}`) }))}
        locked={locked.includes('theme')}
        onChange={(value) => actions.choose({ theme: value })}
      />
    </>
  );
}
