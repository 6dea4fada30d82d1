import { expect, test } from 'vitest';
import { iceCredentials } from './rest.ts';

const NOW = Date.parse('2026-11-22T12:00:00.900Z');

test('Long-term credentials are given as they are', async () => {
  const credentials = { kind: 'password', username: 'joe', password: 'hunter2', expiresAt: NOW - 1 } as const;
  expect(await iceCredentials(credentials, NOW)).toEqual({ username: 'joe', credential: 'hunter2' });
});

// printf '1795435200:joe' | openssl dgst -sha1 -hmac 'north' -binary | base64
test.each([
  ['joe', 'north', '1795435200:joe', '9NL7yy0mYYIG2CmnCGAvO51MQac='],
  ['', 'north', '1795435200', 'UXBBu6nyGUzZaotwC/ebzdvNLMo='],
  ['joe', 'clé à nous', '1795435200:joe', 'X86iU/iNjSMAOxlEWeTJZVbZdWQ='],
])('A user name of %j is good for a day, and signed with %j', async (user, secret, username, credential) => {
  expect(await iceCredentials({ kind: 'rest', user, secret }, NOW)).toEqual({ username, credential });
});
