import type { FunctionComponent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Notice } from '../Notice.tsx';
import { t } from '../text.ts';
import { ChecksPart } from './ChecksPart.tsx';
import { DataPart } from './DataPart.tsx';
import { DiagnosticsPart } from './DiagnosticsPart.tsx';
import { ExplainPart } from './ExplainPart.tsx';
import { HistoryPart } from './HistoryPart.tsx';
import { LookPart } from './LookPart.tsx';
import { type OptionsActions, type OptionsModel, PARTS, type Part } from './model.ts';
import { NotificationsPart } from './NotificationsPart.tsx';
import { ServicesPart } from './ServicesPart.tsx';

interface Props {
  readonly model: OptionsModel;
  readonly actions: OptionsActions;
}

const VIEWS: Record<Part, FunctionComponent<Props>> = {
  services: ServicesPart,
  checks: ChecksPart,
  notifications: NotificationsPart,
  look: LookPart,
  explain: ExplainPart,
  history: HistoryPart,
  data: DataPart,
  diagnostics: DiagnosticsPart,
};

const NAMES = {
  services: 'options.part.services',
  checks: 'options.part.checks',
  notifications: 'options.part.notifications',
  look: 'options.part.look',
  explain: 'options.part.explain',
  history: 'options.part.history',
  data: 'options.part.data',
  diagnostics: 'options.part.diagnostics',
} as const satisfies Record<Part, string>;

/** The whole page: one part at a time, and what went wrong above it. */
export function Options({ model, actions }: Props) {
  const part = model.part.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(part);
  useEffect(() => {
    if (shown.current === part) return;
    shown.current = part;
    scrollTo(0, 0);
    heading.current?.focus();
  }, [part]);
  const View = VIEWS[part];
  const { reportsTo } = model.organisation.value;
  return (
    <>
      <header class="page-head">
        <img class="logo" src="/icon/96.png" alt="" />
        <h1>{t('options.title')}</h1>
      </header>
      <div class="columns">
        <nav aria-label={t('options.parts')}>
          <ul>
            {PARTS.map((one) => (
              <li key={one}>
                <a href={`#${one}`} aria-current={one === part ? 'page' : undefined}>
                  {t(NAMES[one])}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main>
          <Troubles model={model} actions={actions} />
          {reportsTo && <p class="organisation">{t('settings.reports', reportsTo)}</p>}
          <section class="part" aria-labelledby="part-title">
            <h2 id="part-title" tabIndex={-1} ref={heading}>
              {t(NAMES[part])}
            </h2>
            <View key={part} model={model} actions={actions} />
          </section>
        </main>
      </div>
    </>
  );
}

/** A background that does not answer, and a change that was not kept. */
function Troubles({ model, actions }: Props) {
  const failure = model.failure.value;
  if (model.background.value === 'silent') {
    return (
      <Notice
        title={t('options.dead')}
        hint={t('options.dead_hint')}
        action={t('action.retry')}
        onAction={actions.ask}
      />
    );
  }
  if (failure) {
    return (
      <Notice
        title={t('options.not_kept')}
        hint={t('options.not_kept_hint')}
        action={t('action.retry')}
        onAction={failure.retry}
      />
    );
  }
  return <p role="status">{model.isBack.value && t('options.alive_again')}</p>;
}
