import { dailyMegabytes } from '../../core/announce/cost.ts';
import { Switch } from '../Switch.tsx';
import { t } from '../text.ts';
import { duration } from '../timeline/format.ts';
import { amount } from './format.ts';
import type { OptionsActions, OptionsModel } from './model.ts';
import { OpinionSwitch } from './OpinionSwitch.tsx';
import { Pick } from './Pick.tsx';
import { Radios } from './Radios.tsx';
import { UpdatesSwitch } from './UpdatesSwitch.tsx';

const MINUTE_MS = 60_000;
const INTERVALS = [5, 10, 15, 30, 60, 120, 240, 480, 1440];
/** From here on no network is asked more rarely than the person wants. */
const STRETCHED_TO = 120;

const HINTS: Readonly<Record<number, string>> = {
  4: t('options.checks.confirm_4_hint'),
  8: t('options.checks.confirm_8_hint'),
  16: t('options.checks.confirm_16_hint'),
};

/** When checks are made, what is asked for beside them, and how many it takes to be sure. */
export function ChecksPart({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const { automatic, intervalMinutes, metered, confirmations } = model.settings.value;
  const { locked } = model.organisation.value;
  const rounds = [...new Set([0, 4, 8, 16, confirmations])].sort((a, b) => a - b);
  return (
    <>
      <Switch
        label={t('settings.automatic')}
        hint={t('settings.automatic_hint')}
        on={automatic}
        locked={locked.includes('automatic')}
        onChange={(on) => actions.choose({ automatic: on })}
      />
      {automatic && (
        <>
          <Pick
            label={t('options.checks.interval')}
            value={intervalMinutes}
            values={INTERVALS}
            words={(minutes) => t('options.checks.every', duration(minutes * MINUTE_MS))}
            locked={locked.includes('intervalMinutes')}
            onChange={(minutes) => actions.choose({ intervalMinutes: minutes })}
          >
            {t('options.checks.cost', amount(dailyMegabytes(intervalMinutes), 'megabyte'))}{' '}
            {intervalMinutes < STRETCHED_TO && t('options.checks.stable')}
          </Pick>
          <Switch
            label={t('options.checks.metered')}
            hint={t('options.checks.metered_hint')}
            on={metered}
            locked={locked.includes('metered')}
            onChange={(on) => actions.choose({ metered: on })}
          />
        </>
      )}
      <UpdatesSwitch model={model} actions={actions} />
      <OpinionSwitch model={model} actions={actions} />
      <Radios
        legend={t('options.checks.confirm')}
        hint={t('options.checks.confirm_hint')}
        value={confirmations}
        choices={rounds.map((count) =>
          count === 0
            ? { value: count, label: t('options.checks.confirm_0'), hint: t('options.checks.confirm_0_hint') }
            : {
                value: count,
                label: t('options.checks.confirm_some', count),
                ...(HINTS[count] && { hint: HINTS[count] }),
              },
        )}
        locked={locked.includes('confirmations')}
        onChange={(count) => actions.choose({ confirmations: count })}
      />
    </>
  );
}
