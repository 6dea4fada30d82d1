import type { Range } from '../../core/history/ranges.ts';
import { t } from '../text.ts';

const RANGE_TEXTS = {
  day: 'timeline.ranges.day',
  week: 'timeline.ranges.week',
  month: 'timeline.ranges.month',
  year: 'timeline.ranges.year',
} as const satisfies Record<Range, string>;

export const rangeText = (range: Range): string => t(RANGE_TEXTS[range]);
