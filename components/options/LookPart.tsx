import { t } from '../text.ts';
import type { OptionsActions, OptionsModel } from './model.ts';
import { Radios } from './Radios.tsx';
import { Switch } from './Switch.tsx';

const THEMES = ['system', 'light', 'dark'] as const;

export function LookPart({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const { badge, theme } = model.settings.value;
  const { locked } = model.organisation.value;
  return (
    <>
      <Switch
        label={t('options.look.badge')}
        hint={t('options.look.badge_hint')}
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
