import { render } from 'preact';
import { Context } from '../../components/context/Context.tsx';
import { direction, language, t } from '../../components/text.ts';
import { hearErrors } from '../../platform/complaints.ts';
import { showCatalogue } from '../../platform/shown-catalogue.ts';
import { followTheme } from '../../platform/theme.ts';
import { createModel, readStored } from './model.ts';

const catalogue = showCatalogue();
hearErrors('context');
const { documentElement } = document;
documentElement.lang = language;
documentElement.dir = direction;
document.title = t('context.page_title');
void followTheme();

const stored = await readStored();
await catalogue;
render(<Context model={createModel(stored)} />, document.body);
