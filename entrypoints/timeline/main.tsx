import { render } from 'preact';
import { nameOwnServers } from '../../components/names.ts';
import { direction, language, t } from '../../components/text.ts';
import { OnDemand } from '../../components/timeline/OnDemand.tsx';
import { Timeline } from '../../components/timeline/Timeline.tsx';
import { LICENCE, SOURCES } from '../../core/network/attribution.ts';
import { hearErrors } from '../../platform/complaints.ts';
import { followOwnServers } from '../../platform/own-names.ts';
import { showCatalogue } from '../../platform/shown-catalogue.ts';
import { placeItem } from '../../platform/storage.ts';
import { followTheme } from '../../platform/theme.ts';
import { openTimeline } from './model.ts';

/** Reading may take a moment; a word about it earlier would only flicker. */
const PATIENCE_MS = 500;

const shown = showCatalogue();
hearErrors('timeline');
document.documentElement.lang = language;
document.documentElement.dir = direction;
void followTheme();
document.title = t('timeline.page_title');

const named = followOwnServers(nameOwnServers);
const { model, actions, first } = openTimeline((listener) => placeItem.watch(listener));
await Promise.race([Promise.all([first, named]), new Promise((done) => setTimeout(done, PATIENCE_MS))]);
await shown;
render(
  <Timeline
    model={model}
    actions={actions}
    sources={SOURCES.map(({ name, link }) => ({ name, url: link, licence: LICENCE.name }))}
  >
    <OnDemand title={t('compare.title')} load={async () => (await import('./compare.tsx')).compareOf(model)} />
    <OnDemand
      title={t('timeline.share')}
      load={async () => (await import('./share.tsx')).shareOf(model, actions.retry)}
    />
    <OnDemand title={t('cost.title')} load={async () => (await import('./cost.tsx')).costOf(model)} />
  </Timeline>,
  document.body,
);
