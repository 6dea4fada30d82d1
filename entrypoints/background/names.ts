import { i18n } from '#i18n';
import { serviceById } from '../../core/catalogue/index.ts';

/** The names of services as a list in the language of the texts. */
export const listOf = (ids: readonly string[]): string =>
  new Intl.ListFormat(i18n.t('language'), { type: 'conjunction' }).format(ids.map((id) => serviceById(id)?.name ?? id));
