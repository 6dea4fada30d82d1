import { render } from 'preact';
import { Help } from '../../components/help/Help.tsx';
import { placeOf } from '../../components/help/places.ts';
import { direction, language, t } from '../../components/text.ts';
import { followTheme } from '../../platform/theme.ts';

const { documentElement } = document;
documentElement.lang = language;
documentElement.dir = direction;
void followTheme();
document.title = t('help.page_title');

const show = () => render(<Help place={placeOf(location.hash)} />, document.body);
addEventListener('hashchange', () => {
  show();
  scrollTo(0, 0);
});
show();
