import { useSignal } from '@preact/signals';
import { HostList } from '../HostList.tsx';
import { plural, t } from '../text.ts';
import type { OptionsActions, OptionsModel } from './model.ts';

/** The permission to read error codes: what it is for, what it grants, and how it stands. */
export function ExplainPart({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const said = useSignal('');
  const isHeld = model.explain.value;
  const hosts = model.explainHosts;
  return (
    <>
      <p>{t('explain.purpose')}</p>
      <p>{plural('explain.grants', hosts.length)}</p>
      <HostList title={t('explain.hosts')} hosts={hosts} />
      {isHeld !== null && (
        <p>
          <strong>{t(isHeld ? 'options.explain.held' : 'options.explain.not_held')}</strong>
        </p>
      )}
      <div>
        {/* One button that changes its words, so that the focus stays where it is. */}
        <button
          type="button"
          class="button"
          disabled={isHeld === null}
          onClick={async () => {
            if (isHeld) {
              const isGone = await actions.giveExplainBack();
              said.value = t(isGone ? 'options.explain.withdrawn' : 'options.explain.not_withdrawn');
            } else {
              said.value = (await actions.allowExplain()) ? '' : t('explain.refused');
            }
          }}
        >
          {t(isHeld ? 'explain.give_back' : 'options.explain.allow')}
        </button>
      </div>
      <p role="status">{said.value}</p>
    </>
  );
}
