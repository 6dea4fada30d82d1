import { render } from 'preact';
import { Popup } from '../../components/Popup.tsx';
import { direction, language } from '../../components/text.ts';
import { hearErrors } from '../../platform/complaints.ts';
import { showCatalogue } from '../../platform/shown-catalogue.ts';
import { followTheme } from '../../platform/theme.ts';
import { createActions } from './actions.ts';
import { createModel } from './model.ts';
import { readStored } from './stored.ts';
import { isPhone } from './surroundings.ts';

const shown = showCatalogue();
document.documentElement.lang = language;
document.documentElement.dir = direction;
void followTheme();
hearErrors('popup');
// A phone shows the popup as a page, as wide as its screen; elsewhere the page decides how wide the popup is.
document.documentElement.classList.toggle('is-phone', isPhone);

const [stored] = await Promise.all([readStored(), shown]);
const model = createModel(stored);
const actions = createActions(model);
render(<Popup model={model} actions={actions} />, document.body);
actions.opened();
