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
  const granted = model.explain.value;
  if (granted === null || !(granted || needed || said.value)) return null;
  return (
    <Disclosure title={t('explain.title')}>
      {granted ? (
        <>
          <p>{t('explain.granted')}</p>
          <button
            type="button"
            class="button"
            onClick={async () => {
              if (await actions.giveExplainBack()) said.value = t('explain.given_back');
            }}
          >
            {t('explain.give_back')}
          </button>
        </>
      ) : (
        <>
          <p>{t('explain.purpose')}</p>
          <p>{plural('explain.grants', model.explainHosts.length)}</p>
          <HostList title={t('explain.hosts')} hosts={model.explainHosts} />
          <button
            type="button"
            class="button"
            onClick={async () => {
              said.value = (await actions.allowExplain()) ? '' : t('explain.refused');
            }}
          >
            {t('explain.allow')}
          </button>
        </>
      )}
      <p class="quiet" role="status">
        {said}
      </p>
    </Disclosure>
  );
}
