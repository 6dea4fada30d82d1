import { render } from 'preact';
import { Options } from '../../components/options/Options.tsx';
import { direction, language, t } from '../../components/text.ts';
import { hearErrors } from '../../platform/complaints.ts';
import { showCatalogue } from '../../platform/shown-catalogue.ts';
import { followTheme } from '../../platform/theme.ts';
import { createActions } from './actions.ts';
import { createModel, readStored } from './model.ts';

const shown = showCatalogue();
hearErrors('options');
document.documentElement.lang = language;
document.documentElement.dir = direction;
document.title = t('options.page_title');
void followTheme();

const [stored] = await Promise.all([readStored(), shown]);
const model = createModel(stored);
const actions = createActions(model);
render(<Options model={model} actions={actions} />, document.body);
actions.ask();
