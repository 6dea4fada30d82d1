import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { isProblem } from '../../core/own/problems.ts';
import { Disclosure } from '../Disclosure.tsx';
import { t } from '../text.ts';
import type { Wrong } from './filled.ts';
import { HOST_KINDS, type HostKind, type ServersActions } from './model.ts';
import { Wrongs } from './Wrongs.tsx';

interface Props {
  readonly text: string;
  /** It was filled in from something pasted. */
  readonly isPasted: boolean;
  readonly wrongs: readonly Wrong[];
  readonly actions: Pick<ServersActions, 'complete'>;
  /** @param isWhole it was put there at once, or the person has gone on: half a password is none */
  onInput(typed: string, isWhole: boolean): void;
  /** Addresses of a host. */
  onComplete(host: string, addresses: string): void;
}

const EXAMPLES = [
  ['wss://sip.example.org/ws', 'servers.form.example_sip'],
  ['https://meet.example.org', 'servers.form.example_web'],
  ['web wss://chat.example.org/socket', 'servers.form.example_web_socket'],
  ['stun:relay.example.org:3478', 'servers.form.example_stun'],
  ['turn:relay.example.org:3478?transport=udp', 'servers.form.example_turn_udp'],
  ['turn:relay.example.org:443?transport=tcp', 'servers.form.example_turn_tcp'],
  ['turns:relay.example.org:443', 'servers.form.example_turn_tls'],
] as const;

/** Addresses a line, or anything that was given to the person. */
export function AddressesField({ text, isPasted, wrongs, actions, onInput, onComplete }: Props) {
  const id = useId();
  const isWrong = wrongs.some(({ field }) => field === 'addresses');
  return (
    <div class="field">
      <label for={id}>{t('servers.form.addresses')}</label>
      <textarea
        id={id}
        name="addresses"
        dir="ltr"
        rows={4}
        value={text}
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-hint ${id}-wrong` : `${id}-hint`}
        onInput={(event) => onInput(event.currentTarget.value, /^insertFrom/.test(event.inputType))}
        onChange={(event) => onInput(event.currentTarget.value, true)}
      />
      <p class="quiet" id={`${id}-hint`}>
        {t('servers.form.addresses_hint')}
      </p>
      <p class="pasted" role="status">
        {isPasted && t('servers.form.pasted')}
      </p>
      <Wrongs id={`${id}-wrong`} of="addresses" wrongs={wrongs} />
      <Disclosure title={t('servers.form.examples')}>
        <dl class="examples">
          {EXAMPLES.map(([address, key]) => (
            <div key={address}>
              <dt>
                <code dir="ltr">{address}</code>
              </dt>
              <dd>{t(key)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
      <Disclosure title={t('servers.form.complete')}>
        <HostCompletion actions={actions} onComplete={onComplete} />
      </Disclosure>
    </div>
  );
}

const NAMES: Record<HostKind, string> = { jitsi: 'Jitsi', matrix: 'Matrix', nextcloud: 'Nextcloud Talk' };

/** The address of a well-known kind of server, from its host name alone. */
function HostCompletion({ actions, onComplete }: Pick<Props, 'actions' | 'onComplete'>) {
  const id = useId();
  const host = useSignal('');
  const isWrong = useSignal(false);
  const complete = async (kind: HostKind) => {
    const typed = host.peek().trim();
    const completed = await actions.complete(kind, typed);
    isWrong.value = typeof completed !== 'string' && isProblem(completed);
    if (typeof completed === 'string') onComplete(typed, completed);
  };
  return (
    <>
      <label for={id}>{t('servers.form.host')}</label>
      <input
        id={id}
        type="text"
        dir="ltr"
        value={host.value}
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        aria-invalid={isWrong.value}
        aria-describedby={isWrong.value ? `${id}-wrong` : undefined}
        onInput={(event) => {
          host.value = event.currentTarget.value;
        }}
        // It is not the form's own: Enter would save what is not whole.
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      {isWrong.value && (
        <p class="wrongs" id={`${id}-wrong`} role="alert">
          <bdi>{t('servers.problem.no_host', host.value)}</bdi>
        </p>
      )}
      <div class="panel-buttons">
        {HOST_KINDS.map((kind) => (
          <button key={kind} type="button" class="button" data-do={kind} onClick={() => void complete(kind)}>
            {t('servers.form.complete_as', NAMES[kind])}
          </button>
        ))}
      </div>
    </>
  );
}
