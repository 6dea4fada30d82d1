import { expect, test } from 'vitest';
import { readCredentials } from './credentials.ts';

test.each([
  { kind: 'password', username: 'joe', password: 'hunter2' },
  { kind: 'password', username: 'joé', password: ' two words ', expiresAt: 5 },
  { kind: 'rest', user: '', secret: 'north' },
  { kind: 'rest', user: 'joe', secret: 'n'.repeat(508) },
])('%j are credentials', (credentials) => {
  expect(readCredentials({ ...credentials, other: 1 })).toEqual(credentials);
});

test.each([
  null,
  'password',
  [],
  {},
  { kind: 'password', username: 'joe' },
  { kind: 'password', username: '', password: 'hunter2' },
  { kind: 'password', username: 'joe', password: '' },
  { kind: 'password', username: 'joe', password: 5 },
  { kind: 'password', username: 'joe\n', password: 'hunter2' },
  { kind: 'password', username: 'é'.repeat(255), password: 'hunter2' },
  { kind: 'rest', user: 'joe', secret: '' },
  { kind: 'rest', secret: 'north' },
  { kind: 'oauth', username: 'joe', password: 'hunter2' },
])('%j are none', (value) => {
  expect(readCredentials(value)).toBeNull();
});
