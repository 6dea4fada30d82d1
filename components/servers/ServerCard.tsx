import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { hostOf } from '../../core/catalogue/endpoint.ts';
import { addressText } from '../../core/own/addresses.ts';
import type { OwnServer } from '../../core/own/server.ts';
import { Icon } from '../Icon.tsx';
import { t } from '../text.ts';
import { CardVerdict } from './CardVerdict.tsx';
import { CallPart } from './call/CallPart.tsx';
import { HostPermission } from './HostPermission.tsx';
import type { ServersActions, ServersModel } from './model.ts';
import { type Answers, QuickTest } from './QuickTest.tsx';
import { Removing } from './Removing.tsx';

interface Props {
  readonly server: OwnServer;
  readonly place: { readonly isFirst: boolean; readonly isLast: boolean };
  /** The page's address names it. */
  readonly isTarget: boolean;
  readonly model: ServersModel;
  readonly actions: ServersActions;
  onEdit(): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** One server: what the checks say of it, and what can be done with it. */
export function ServerCard({ server, place, isTarget, model, actions, onEdit, onMove, onRemove }: Props) {
  const { id, name, addresses } = server;
  const heading = useRef<HTMLHeadingElement>(null);
  const removal = useRef<HTMLButtonElement>(null);
  const answers = useSignal<Answers | null>(null);
  const testing = useSignal<AbortController | null>(null);
  const isRemoving = useSignal(false);

  useEffect(() => {
    if (!isTarget) return;
    heading.current?.scrollIntoView();
    heading.current?.focus();
  }, [isTarget]);
  useEffect(() => () => testing.peek()?.abort('cancelled'), []);

  async function test() {
    const asked = new AbortController();
    testing.value = asked;
    answers.value = new Map();
    await actions.test(
      server,
      (observation) => {
        answers.value = new Map([...(answers.peek() ?? []), [observation.url, observation]]);
      },
      asked.signal,
    );
    testing.value = null;
  }

  const isCalling = model.calling.value === id;
  const isTesting = testing.value !== null;
  const isRelay = addresses.some(({ kind }) => kind === 'turn');
  const hosts = new Set(addresses.filter(({ kind }) => kind === 'sip' || kind === 'web').map(({ url }) => hostOf(url)));
  return (
    <article
      class="part server"
      data-server={id}
      id={id}
      aria-labelledby={`${id}-name`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') testing.peek()?.abort('cancelled');
      }}
    >
      <div class="server-head">
        <h2 id={`${id}-name`} tabIndex={-1} ref={heading}>
          <bdi>{name}</bdi>
        </h2>
        <Order name={name} {...place} onMove={onMove} />
      </div>
      <CardVerdict server={server} assessment={model.assessments.value.get(id)} />
      <div class="panel-buttons">
        {/* One button that changes its words, so that the focus stays where it is. */}
        <button
          type="button"
          class="button"
          data-do={isTesting ? 'cancel' : 'test'}
          disabled={isCalling || !model.agreed.value}
          aria-label={isTesting ? undefined : t('servers.test_of', name)}
          onClick={() => (isTesting ? testing.peek()?.abort('cancelled') : void test())}
        >
          {t(isTesting ? 'action.cancel' : 'servers.test')}
        </button>
        <button
          type="button"
          class="button"
          data-do="edit"
          disabled={isCalling}
          aria-label={t('servers.edit_of', name)}
          onClick={onEdit}
        >
          {t('servers.edit')}
        </button>
        <button
          type="button"
          class="button"
          data-do="remove"
          ref={removal}
          disabled={isCalling}
          aria-label={t('servers.remove_of', name)}
          onClick={() => {
            isRemoving.value = true;
          }}
        >
          {t('servers.remove')}
        </button>
      </div>
      {isRemoving.value && (
        <Removing
          name={name}
          onRemove={onRemove}
          onKeep={() => {
            isRemoving.value = false;
            removal.current?.focus();
          }}
        />
      )}
      <div data-test={isTesting ? 'running' : answers.value ? 'ended' : 'idle'}>
        <p class="visually-hidden" role="status">
          {isTesting ? t('servers.testing') : answers.value && t('servers.tested')}
        </p>
        {answers.value && <QuickTest server={server} answers={answers.value} isRunning={isTesting} />}
      </div>
      {isRelay && model.agreed.value && <CallPart server={server} model={model} actions={actions} />}
      <details class="disclosure" open={isTarget}>
        <summary>
          <Icon name="chevron" />
          {t('servers.details')}
        </summary>
        <div class="disclosure-body">
          <ul class="hosts" dir="ltr">
            {addresses.map((address) => (
              <li key={address.url}>{addressText(address)}</li>
            ))}
          </ul>
          {hosts.size > 0 && <h3>{t('servers.explain.title')}</h3>}
          {[...hosts].map((host) => (
            <HostPermission key={host} host={host} permission={actions.permissionFor(host)} />
          ))}
        </div>
      </details>
    </article>
  );
}

interface OrderProps {
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  onMove(by: -1 | 1): void;
}

/** Where it stands among the others. */
const Order = ({ name, isFirst, isLast, onMove }: OrderProps) =>
  isFirst && isLast ? null : (
    <div class="order">
      <button
        type="button"
        class="button button-bare"
        data-do="up"
        disabled={isFirst}
        aria-label={t('servers.up_of', name)}
        onClick={() => onMove(-1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        class="button button-bare"
        data-do="down"
        disabled={isLast}
        aria-label={t('servers.down_of', name)}
        onClick={() => onMove(1)}
      >
        <Icon name="down" />
      </button>
    </div>
  );
