import { render } from 'preact';
import { direction, language, t } from '../../components/text.ts';
import { Timeline } from '../../components/timeline/Timeline.tsx';
import { snapshotItem } from '../../platform/storage.ts';
import { openTimeline } from './model.ts';

/** Reading may take a moment; a word about it earlier would only flicker. */
const PATIENCE_MS = 500;

document.documentElement.lang = language;
document.documentElement.dir = direction;
document.title = t('timeline.page_title');

const { model, actions, first } = openTimeline((listener) => snapshotItem.watch(listener));
await Promise.race([first, new Promise((done) => setTimeout(done, PATIENCE_MS))]);
render(<Timeline model={model} actions={actions} sources={[]} />, document.body);
