import { useSignal } from '@preact/signals';
import type { Snapshot } from '../core/verdict/snapshot.ts';
import { Disclosure } from './Disclosure.tsx';
import { HostList } from './HostList.tsx';
import type { PopupActions, PopupModel } from './model.ts';
import { plural, t } from './text.ts';

/** Something fails here, so there is something to explain. */
export const isExplainable = ({ services }: Snapshot): boolean =>
  services.some(({ calls }) => ['likely-blocked', 'suspected', 'unreachable'].includes(calls.state));

interface Props {
  readonly model: PopupModel;
  readonly actions: PopupActions;
  readonly needed: boolean;
}

/** Says first what the permission is for and what it grants, then asks for it; once held, offers to give it back. */
export function Explain({ model, actions, needed }: Props) {
  const said = useSignal('');
  const held = model.explain.value;
  if (held === null || !(held.size > 0 || needed || said.value)) return null;
  const granted = held.size > 0;
  // An update may have brought more.
  const missing = model.explainHosts.filter((host) => !held.has(host));
  return (
    <Disclosure title={t('explain.title')}>
      <p>{t(granted ? 'explain.granted' : 'explain.purpose')}</p>
      {granted && (
        <button
          type="button"
          class="button"
          onClick={async () => {
            if (await actions.giveExplainBack()) said.value = t('explain.given_back');
          }}
        >
          {t('explain.give_back')}
        </button>
      )}
      {missing.length > 0 && <p>{plural('explain.grants', missing.length)}</p>}
      {missing.length > 0 && <HostList title={t('explain.hosts')} hosts={missing} />}
      {missing.length > 0 && (
        <button
          type="button"
          class="button"
          onClick={async () => {
            said.value = (await actions.allowExplain()) ? '' : t('explain.refused');
          }}
        >
          {t('explain.allow')}
        </button>
      )}
      <p class="quiet" role="status">
        {said}
      </p>
    </Disclosure>
  );
}
