import { render } from 'preact';
import { direction, language, t } from '../../components/text.ts';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { hearErrors } from '../../platform/complaints.ts';
import { showCatalogue } from '../../platform/shown-catalogue.ts';
import { followTheme } from '../../platform/theme.ts';
import { createActions } from '../popup/actions.ts';
import { createModel } from '../popup/model.ts';
import { readStored } from '../popup/stored.ts';
import { createWelcome } from './model.ts';

const shown = showCatalogue();
const { documentElement } = document;
documentElement.lang = language;
documentElement.dir = direction;
document.title = t('welcome.page_title');
void followTheme();
hearErrors('welcome');

const [stored] = await Promise.all([readStored(), shown]);
const answer = createModel(stored);
const commands = createActions(answer);
const { model, actions } = createWelcome(answer, commands);
render(<Welcome model={model} actions={actions} />, document.body);
commands.opened();
