import type { Credentials } from '../../core/own/credentials.ts';
import type { Problem, ProblemId } from '../../core/own/problems.ts';
import { t } from '../text.ts';
import type { Access } from './model.ts';
import { problemText } from './words.ts';

/** What stands in the form, as credentials or as what is wrong with it. */

export type Scheme = 'none' | Credentials['kind'];
export type Field = 'name' | 'addresses' | 'username' | 'password';

export interface Wrong {
  readonly field: Field;
  readonly text: string;
}

export interface Login {
  readonly scheme: Scheme;
  readonly username: string;
  /** Password or shared secret. */
  readonly secret: string;
  readonly expiresAt: number | undefined;
}

/** An empty field leaves the stored secret as it is, as long as it belongs to the same user. */
export const isKept = (access: Access | null, { scheme, username, secret }: Login): boolean =>
  secret === '' && access?.kind === scheme && access.username === username;

export function credentialsOf({ scheme, username, secret, expiresAt }: Login): Credentials | null {
  switch (scheme) {
    case 'none':
      return null;
    case 'password':
      return { kind: 'password', username, password: secret, ...(expiresAt !== undefined && { expiresAt }) };
    case 'rest':
      return { kind: 'rest', user: username, secret };
  }
}

/** What is missing of a name and credentials. */
export function missing(name: string, login: Login, access: Access | null): Wrong[] {
  const { scheme, username, secret } = login;
  const wrongs: Wrong[] = [];
  if (name.trim() === '') wrongs.push({ field: 'name', text: t('servers.problem.name') });
  if (scheme === 'none') return wrongs;
  if (scheme === 'password' && username === '')
    wrongs.push({ field: 'username', text: t('servers.problem.no_username') });
  if (secret === '' && !isKept(access, login)) {
    const key = scheme === 'rest' ? 'servers.problem.no_secret' : 'servers.problem.no_password';
    wrongs.push({ field: 'password', text: t(key) });
  }
  return wrongs;
}

/** @param about of `credentials`, which may be those in the field for addresses or those in their own fields */
export const wrongOf = (problem: Problem, about: 'text' | 'credentials' = 'text'): Wrong => ({
  field: fieldOf(problem.id, about),
  text: problemText(problem),
});

function fieldOf(id: ProblemId, about: 'text' | 'credentials'): Field {
  if (id === 'name') return 'name';
  return id === 'credentials' && about === 'credentials' ? 'password' : 'addresses';
}

/** ICE servers and Matrix's answer, rather than addresses a line. */
export const isList = (text: string): boolean => /^\s*[[{]/.test(text);
