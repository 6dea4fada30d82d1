import { type ComponentChildren, Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import { allServices } from '../../core/catalogue/index.ts';
import { Card } from '../Card.tsx';
import { Notice } from '../Notice.tsx';
import { ownServers } from '../names.ts';
import { t } from '../text.ts';
import { Attributions } from './Attributions.tsx';
import { DeletePanel } from './DeletePanel.tsx';
import { Entry } from './Entry.tsx';
import { fullMoment } from './format.ts';
import { Legend } from './Legend.tsx';
import { Patterns } from './Mark.tsx';
import type { Attribution, TimelineActions, TimelineModel } from './model.ts';
import { RangePicker } from './RangePicker.tsx';
import { rangeText } from './texts.ts';

interface Props {
  readonly model: TimelineModel;
  readonly actions: TimelineActions;
  readonly sources: readonly Attribution[];
  /** Further parts of the page, below the networks. */
  readonly children?: ComponentChildren;
}

/** The whole page: every network remembered. */
export function Timeline({ model, actions, sources, children }: Props) {
  return (
    <>
      <Patterns />
      <header class="page-head">
        <img class="logo" src="/icon/96.png" alt="" />
        <h1>{t('timeline.title')}</h1>
        {(model.groups.value?.length ?? 0) > 0 && <RangePicker model={model} actions={actions} />}
      </header>
      <p class="print-head">
        {t('extension_name')} · {t('timeline.printed', rangeText(model.range.value), fullMoment(model.now.value))}
      </p>
      <main>
        {model.trouble.value === 'not-done' && (
          <Notice
            title={t('timeline.not_done')}
            hint={t('timeline.not_done_hint')}
            action={t('action.retry')}
            onAction={actions.retry}
          />
        )}
        {model.trouble.value === 'unavailable' ? (
          <Card sign="unknown" title={t('timeline.unavailable')} detail={t('timeline.unavailable_hint')}>
            <button type="button" class="button" onClick={actions.retry}>
              {t('action.retry')}
            </button>
          </Card>
        ) : (
          <Networks model={model} actions={actions} />
        )}
        {children}
        {(model.groups.value?.length ?? 0) > 0 && <DeletePanel actions={actions} />}
      </main>
      <footer class="page-foot">
        <Attributions sources={sources} />
      </footer>
    </>
  );
}

function Networks({ model, actions }: { model: TimelineModel; actions: TimelineActions }) {
  const groups = model.groups.value;
  const own = ownServers.value;
  const order = useMemo(() => [...allServices().map(({ id }) => id), ...own], [own]);
  if (groups === null) return <p role="status">{t('timeline.loading')}</p>;
  if (groups.length === 0) {
    return <Card sign="unknown" title={t('timeline.empty')} detail={t('timeline.empty_hint')} />;
  }
  const shown = [...model.contents.value.values()];
  return (
    <>
      {groups.map((group, i) => (
        <Fragment key={group.id}>
          <Entry group={group} model={model} actions={actions} isLast={i === 0} order={order} />
          {i === 0 && (
            <Legend strips={shown.map(({ strips }) => strips)} hasCalls={shown.some(({ calls }) => calls.length > 0)} />
          )}
        </Fragment>
      ))}
    </>
  );
}
