import { render } from 'preact';
import { ServersPage } from '../../components/servers/ServersPage.tsx';
import { direction, language, t } from '../../components/text.ts';
import { hearErrors } from '../../platform/complaints.ts';
import { followTheme } from '../../platform/theme.ts';
import { createActions } from './actions.ts';
import { createModel, readStored } from './model.ts';

hearErrors('servers');
document.documentElement.lang = language;
document.documentElement.dir = direction;
document.title = t('servers.page_title');
void followTheme();

const model = createModel(await readStored());
const actions = createActions(model);
render(<ServersPage model={model} actions={actions} />, document.body);
actions.opened();
