import { expect, test } from 'vitest';
import published from '../public/managed-schema.json';
import { DEFAULT_SETTINGS, fitting } from './defaults.ts';
import { readReporting } from './managed-schema.ts';

test('Nothing is reported unless an organisation has given an endpoint', () => {
  expect(readReporting(undefined)).toBeNull();
  expect(readReporting({})).toBeNull();
  expect(readReporting({ headers: {}, place: 'Rabat' })).toBeNull();
});

test.for([
  'https://collector.example.org/v1/metrics',
  'https://10.1.2.3:4318/v1/metrics',
  'http://localhost:4318/v1/metrics',
  'http://127.0.0.1:4318/v1/metrics',
  'http://127.1/v1/metrics',
  'http://[::1]:4318/v1/metrics',
])('States may go to %s', (endpoint) => {
  expect(readReporting({ endpoint })).toMatchObject({ endpoint });
});

test.for([
  'http://collector.example.org/v1/metrics',
  'http://10.1.2.3/v1/metrics',
  'http://127.0.0.1.example.org/v1/metrics',
  'http://localhost.example.org/v1/metrics',
  'ws://localhost/',
  'ftp://localhost/',
  'https://user:secret@collector.example.org/v1/metrics',
  'collector.example.org',
  '',
  42,
])('and may not go to %s', (endpoint) => {
  expect(readReporting({ endpoint })).toBeNull();
});

test.for([
  [{ headers: { 'bad name': 'x' } }, 'headers', {}],
  [{ headers: { Authorization: 'Bearer\r\nHost: evil' } }, 'headers', {}],
  [{ headers: 'Bearer' }, 'headers', {}],
  [{ place: 7 }, 'place', undefined],
  [{ place: 'x'.repeat(101) }, 'place', undefined],
] as const)('A damaged field costs itself and nothing beside it: %j', ([damage, field, left]) => {
  const good = { endpoint: 'https://c.example/', headers: { Authorization: 'Bearer t' }, place: 'Rabat' };
  expect(readReporting({ ...good, ...damage })).toEqual({ ...good, [field]: left });
});

test('What administrators are told is what is read', () => {
  const { locked, reporting, ...settings } = published.properties;
  expect(Object.keys(settings)).toEqual(Object.keys(DEFAULT_SETTINGS));
  expect(locked.items.enum).toEqual(Object.keys(DEFAULT_SETTINGS));
  const all = { endpoint: 'https://c.example/', headers: {}, place: 'here' };
  expect(Object.keys(reporting.properties)).toEqual(Object.keys(readReporting(all) ?? {}));
});

test.for(['intervalMinutes', 'confirmations', 'historyDays'] as const)('So are the bounds of %s', (name) => {
  const { minimum, maximum } = published.properties[name];
  const fits = (value: number) => fitting({ [name]: value }).length === 1;
  expect([minimum - 1, minimum, maximum, maximum + 1].map(fits)).toEqual([false, true, true, false]);
});
