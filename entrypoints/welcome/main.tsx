import { render } from 'preact';
import { direction, language, t } from '../../components/text.ts';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { hearErrors } from '../../platform/complaints.ts';
import { followTheme } from '../../platform/theme.ts';
import { createActions } from '../popup/actions.ts';
import { createModel } from '../popup/model.ts';
import { readStored } from '../popup/stored.ts';
import { createWelcome } from './model.ts';

const { documentElement } = document;
documentElement.lang = language;
documentElement.dir = direction;
document.title = t('welcome.page_title');
void followTheme();
hearErrors('welcome');

const answer = createModel(await readStored());
const commands = createActions(answer);
const { model, actions } = createWelcome(answer, commands);
render(<Welcome model={model} actions={actions} />, document.body);
commands.opened();
