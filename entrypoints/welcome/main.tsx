import { effect } from '@preact/signals';
import { render } from 'preact';
import { direction, language, t } from '../../components/text.ts';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { createActions } from '../popup/actions.ts';
import { createModel } from '../popup/model.ts';
import { readStored } from '../popup/stored.ts';
import { createWelcome } from './model.ts';

const { documentElement } = document;
documentElement.lang = language;
documentElement.dir = direction;
document.title = t('welcome.page_title');

const answer = createModel(await readStored());
effect(() => {
  documentElement.dataset.theme = answer.stored.value.settings.theme;
});
const commands = createActions(answer);
const { model, actions } = createWelcome(answer, commands);
render(<Welcome model={model} actions={actions} />, document.body);
commands.opened();
