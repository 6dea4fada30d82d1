import { Switch } from '../Switch.tsx';
import { t } from '../text.ts';
import type { OptionsActions, OptionsModel } from './model.ts';
import { Radios } from './Radios.tsx';

const THEMES = [
  ['system', 'options.look.themes.system'],
  ['light', 'options.look.themes.light'],
  ['dark', 'options.look.themes.dark'],
] as const;

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
        choices={THEMES.map(([value, label]) => ({ value, label: t(label) }))}
        locked={locked.includes('theme')}
        onChange={(value) => actions.choose({ theme: value })}
      />
    </>
  );
}
