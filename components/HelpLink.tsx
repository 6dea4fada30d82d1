import type { Topic } from './help/places.ts';
import { t } from './text.ts';

/** From a verdict to its article, in a tab of its own. */
export const HelpLink = ({ about }: { about: Topic }) => (
  <a class="help" href={`/help.html#${about}`} target="_blank" rel="noopener">
    {t('help.link')}
  </a>
);
