import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { t } from '../text.ts';
import { moment } from '../timeline/format.ts';
import type { Login, Scheme, Wrong } from './filled.ts';
import { TextField } from './TextField.tsx';

interface Props {
  readonly login: Login;
  /** A stored secret stays as it is unless something is typed. */
  readonly isKept: boolean;
  /** There were some, and they can't be read. */
  readonly isLost: boolean;
  readonly wrongs: readonly Wrong[];
  onChange(change: Partial<Login>): void;
}

/** How the relay lets the person in. */
export function CredentialsFields({ login, isKept, isLost, wrongs, onChange }: Props) {
  const { scheme, username, secret, expiresAt } = login;
  const isShown = useSignal(false);
  const isRest = scheme === 'rest';
  return (
    <fieldset class="radios">
      <legend>{t('servers.form.scheme')}</legend>
      {isLost && <p>{t('servers.form.lost')}</p>}
      <Choice
        value="none"
        chosen={scheme}
        label={t('servers.form.none')}
        hint={t('servers.form.none_hint')}
        onChange={onChange}
      />
      <Choice value="password" chosen={scheme} label={t('servers.form.password_scheme')} onChange={onChange} />
      <Choice
        value="rest"
        chosen={scheme}
        label={t('servers.form.rest')}
        hint={t('servers.form.rest_hint')}
        onChange={onChange}
      />
      {scheme !== 'none' && (
        <div class="login">
          <TextField
            name="username"
            label={t(isRest ? 'servers.form.username_optional' : 'servers.form.username')}
            value={username}
            wrongs={wrongs}
            onInput={(typed) => onChange({ username: typed })}
          />
          <TextField
            name="password"
            label={t(isRest ? 'servers.form.secret' : 'servers.form.password')}
            hint={t('servers.form.private')}
            isMasked={!isShown.value}
            value={secret}
            {...(isKept && { placeholder: t('servers.form.kept') })}
            wrongs={wrongs}
            onInput={(typed) => onChange({ secret: typed })}
          >
            <button
              type="button"
              class="button"
              onClick={() => {
                isShown.value = !isShown.peek();
              }}
            >
              {t(isShown.value ? 'servers.form.hide' : 'servers.form.show')}
            </button>
          </TextField>
          {expiresAt !== undefined && (
            <p class="quiet">
              {t(expiresAt > Date.now() ? 'servers.form.expires' : 'servers.form.expired', moment(expiresAt))}
            </p>
          )}
        </div>
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly value: Scheme;
  readonly chosen: Scheme;
  readonly label: string;
  readonly hint?: string;
  onChange(change: Partial<Login>): void;
}

function Choice({ value, chosen, label, hint, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <label class="choice">
      <input
        type="radio"
        name="scheme"
        value={value}
        checked={value === chosen}
        aria-describedby={hint && id}
        onChange={() => onChange({ scheme: value })}
      />
      <span>
        {label}
        {hint && (
          <span class="quiet" id={id}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
