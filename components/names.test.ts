import { afterEach, expect, test, vi } from 'vitest';
import { NO_SERVERS } from '../core/own/server.ts';
import { initialOf, nameOf, nameOwnServers, ownNames, ownServers } from './names.ts';

vi.mock('#i18n', async () => ({ i18n: (await import('./testing-page.ts')).i18n }));
afterEach(() => nameOwnServers(NO_SERVERS));

const ID = 'own-00c0ffee';
const named = (name: string) =>
  nameOwnServers({ schemaVersion: 1, servers: [{ id: ID, name, addresses: [] }], former: { 'own-12345678': 'Old' } });

test('A service of the catalogue has its name there, an unknown one its id', () => {
  expect([nameOf('whatsapp'), nameOf('unheard-of')]).toEqual(['WhatsApp', 'unheard-of']);
});

test('A server of one’s own has the name that it was given, apart from the sentence around it', () => {
  named('خادم');
  expect([nameOf(ID), initialOf(ID)]).toEqual(['\u2068خادم\u2069', 'خ']);
  expect(ownServers.value).toEqual([ID]);
});

test('One that was removed keeps its name, and one whose name is gone is a server of yours', () => {
  named('New');
  expect(nameOf('own-12345678')).toBe('\u2068Old\u2069');
  expect(nameOf('own-ffffffff')).toBe('\u2068A server of yours\u2069');
});

test('A name is short text that turns nothing around', () => {
  named(`\u202e<b>evil</b>\u2069\n${'x'.repeat(99)}`);
  expect(nameOf(ID)).toMatch(/^\u2068<b>evil<\/b> {2}x+\u2069$/);
  expect(ownNames.value[ID]).toHaveLength(60);
});

test('A name that is nothing to be seen is none', () => {
  named('\u202e\u2066');
  expect(nameOf(ID)).toBe('\u2068A server of yours\u2069');
});
