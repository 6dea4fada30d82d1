import { t } from '../text.ts';
import { NAMING, type Saying } from './articles.ts';

/** A sentence of an article; what it names in the product is named as it is there. */
export const say = (key: Saying): string =>
  key === 'help.common.explain' || key === 'help.common.share' ? t(key, t(NAMING[key])) : t(key);
