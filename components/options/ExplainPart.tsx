import { useSignal } from '@preact/signals';
import { HostList } from '../HostList.tsx';
import { plural, t } from '../text.ts';
import type { OptionsActions, OptionsModel } from './model.ts';

/** The permission to read error codes: what it grants, and how it stands. */
export function ExplainPart({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const said = useSignal('');
  const held = model.explain.value;
  // Some of them: an update has brought more.
  const missing = model.explainHosts.filter((host) => !held?.has(host));
  const isHeld = held && missing.length === 0;
  const isPartly = held !== null && held.size > 0 && !isHeld;
  const hosts = isHeld ? model.explainHosts : missing;
  const giveBack = async () => {
    const isGone = await actions.giveExplainBack();
    said.value = t(isGone ? 'options.explain.withdrawn' : 'options.explain.not_withdrawn');
  };
  return (
    <>
      <p>{t('explain.purpose')}</p>
      <p>{plural('explain.grants', hosts.length)}</p>
      <HostList title={t('explain.hosts')} hosts={hosts} />
      {isHeld !== null && !isPartly && (
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
            if (isHeld) await giveBack();
            else said.value = (await actions.allowExplain()) ? '' : t('explain.refused');
          }}
        >
          {t(isHeld ? 'explain.give_back' : 'options.explain.allow')}
        </button>
        {isPartly && (
          <button type="button" class="button" onClick={giveBack}>
            {t('explain.give_back')}
          </button>
        )}
      </div>
      <p role="status">{said.value}</p>
    </>
  );
}
