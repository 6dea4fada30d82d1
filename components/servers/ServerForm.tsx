import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { addressText } from '../../core/own/addresses.ts';
import type { Draft } from '../../core/own/paste.ts';
import { isProblem } from '../../core/own/problems.ts';
import type { OwnServer } from '../../core/own/server.ts';
import { t } from '../text.ts';
import { AddressesField } from './AddressesField.tsx';
import { CredentialsFields } from './CredentialsFields.tsx';
import { credentialsOf, isKept, isList, type Login, missing, type Wrong, wrongOf } from './filled.ts';
import type { Access, Reading, ServersActions, ServersModel } from './model.ts';
import { newHosts, Planned } from './Planned.tsx';
import { TextField } from './TextField.tsx';

interface Props {
  /** Null: a new one. */
  readonly server: OwnServer | null;
  /** How the stored credentials let in; null where there are none. */
  readonly access: Access | null;
  readonly model: ServersModel;
  readonly actions: ServersActions;
  onSaved(server: OwnServer): void;
  onClose(): void;
}

/** As long as a stored name may be. */
const LONGEST_NAME = 60;

/** Adds or changes a server. A stored secret never comes here: an empty field leaves it as it is. */
export function ServerForm({ server, access, model, actions, onSaved, onClose }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const name = useSignal(server?.name ?? '');
  const text = useSignal(server?.addresses.map(addressText).join('\n') ?? '');
  const login = useSignal<Login>({
    scheme: access?.kind ?? 'none',
    username: access?.username ?? '',
    secret: '',
    expiresAt: access?.expiresAt,
  });
  const reading = useSignal<Reading | null>(null);
  const isPasted = useSignal(false);
  const wrongs = useSignal<readonly Wrong[]>([]);
  const isBusy = useSignal(false);
  /** The background or the browser's storage did not take it. */
  const isRefused = useSignal(false);
  const hosts = useComputed(() =>
    reading.value && 'draft' in reading.value
      ? newHosts(reading.value.draft.addresses, server?.addresses ?? [], model.mayContact.value)
      : [],
  );

  // At once: somebody who types fast is not moved into another field.
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  // What was found to be wrong has the focus, the first of it.
  useEffect(() => {
    const [first] = wrongs.value;
    if (first) form.current?.querySelector<HTMLElement>(`[name=${first.field}]`)?.focus();
  }, [wrongs.value]);

  async function retype(typed: string, isWhole: boolean): Promise<Reading> {
    text.value = typed;
    const read = await actions.read(typed);
    // By now something else may stand there.
    if (text.peek() !== typed) return read;
    reading.value = read;
    if (isWhole && 'draft' in read && (isList(typed) || read.draft.credentials)) fill(read.draft);
    return read;
  }

  /** What was pasted holds more than addresses: each part goes where it belongs. */
  function fill({ name: suggested, addresses, credentials }: Draft) {
    text.value = addresses.map(addressText).join('\n');
    name.value ||= suggested;
    isPasted.value = true;
    wrongs.value = [];
    if (credentials?.kind === 'password') {
      const { kind: scheme, username, password: secret, expiresAt } = credentials;
      login.value = { scheme, username, secret, expiresAt };
    }
  }

  async function save() {
    const read = await retype(text.peek(), true);
    const found = 'problems' in read ? read.problems.map((problem) => wrongOf(problem)) : [];
    wrongs.value = [...missing(name.peek(), login.peek(), access), ...found].toSorted(byField);
    if ('problems' in read || wrongs.peek().length > 0) return;
    const draft = { ...read.draft, name: name.peek().trim() };
    const kept = isKept(access, login.peek()) ? 'keep' : credentialsOf(login.peek());
    const saved = await actions.save(server?.id ?? null, draft, kept);
    if (isProblem(saved)) wrongs.value = [wrongOf(saved, 'credentials')];
    else onSaved(saved);
  }

  return (
    <form
      class="panel server-form"
      data-form="server"
      ref={form}
      aria-labelledby={`${id}-title`}
      autoComplete="off"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        if (isBusy.peek()) return;
        isBusy.value = true;
        isRefused.value = await save().then(
          () => false,
          () => true,
        );
        isBusy.value = false;
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <h2 id={`${id}-title`}>{server ? t('servers.form.edit', server.name) : t('servers.form.add')}</h2>
      <TextField
        name="name"
        label={t('servers.form.name')}
        hint={t('servers.form.name_hint')}
        value={name.value}
        maxLength={LONGEST_NAME}
        wrongs={wrongs.value}
        onInput={(typed) => {
          name.value = typed;
        }}
      />
      <AddressesField
        text={text.value}
        isPasted={isPasted.value}
        wrongs={wrongs.value}
        actions={actions}
        onInput={(typed, isWhole) => {
          isPasted.value = false;
          void retype(typed, isWhole);
        }}
        onComplete={(host, more) => {
          name.value ||= host;
          void retype([text.peek().trim(), more].filter(Boolean).join('\n'), false);
        }}
      />
      <CredentialsFields
        login={login.value}
        isKept={isKept(access, login.value)}
        isLost={access === null && server?.hasCredentials === true}
        wrongs={wrongs.value}
        onChange={(change) => {
          // Other credentials than those that said until when they hold.
          login.value = { ...login.peek(), expiresAt: undefined, ...change };
        }}
      />
      <Planned hosts={hosts.value} tellsUser={login.value.scheme !== 'none' && /^turn:/m.test(text.value)} />
      {isRefused.value && (
        <p class="wrongs" role="alert">
          {t('servers.failed')}. {t('servers.failed_hint')}
        </p>
      )}
      <div class="panel-buttons">
        <button type="submit" class="button button-main">
          {t(hosts.value.length > 0 ? 'servers.form.agree' : 'servers.form.save')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t('action.cancel')}
        </button>
      </div>
    </form>
  );
}

const ORDER: readonly Wrong['field'][] = ['name', 'addresses', 'username', 'password'];
const byField = (a: Wrong, b: Wrong): number => ORDER.indexOf(a.field) - ORDER.indexOf(b.field);
