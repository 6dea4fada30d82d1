import { RANGES } from '../../core/history/ranges.ts';
import { t } from '../text.ts';
import type { TimelineActions, TimelineModel } from './model.ts';
import { rangeText } from './texts.ts';

/** How far back the strips reach. */
export const RangePicker = ({ model, actions }: { model: TimelineModel; actions: TimelineActions }) => (
  <fieldset class="ranges">
    <legend class="visually-hidden">{t('timeline.range')}</legend>
    {RANGES.map((range) => (
      <label key={range}>
        <input
          type="radio"
          name="range"
          value={range}
          checked={model.range.value === range}
          onChange={() => actions.choose(range)}
        />
        <span>{rangeText(range)}</span>
      </label>
    ))}
  </fieldset>
);
