import { serviceById } from '../../core/catalogue/index.ts';
import { text } from './text.ts';

/** The names of services as a list in the language of the texts. */
export const listOf = (ids: readonly string[]): string =>
  new Intl.ListFormat(text('language'), { type: 'conjunction' }).format(ids.map((id) => serviceById(id)?.name ?? id));
