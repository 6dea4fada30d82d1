import { expect, test, vi } from 'vitest';
import { readHere } from './here.ts';

vi.mock('#i18n', async () => ({ i18n: (await import('../../components/testing-page.ts')).i18n }));

const PLACE = { country: 'MA', operator: 'Maroc Telecom', asn: 36903, hints: [] };
const HERE = { country: 'MA', operator: 'Maroc Telecom', asn: 36903, isTunnel: false, isWebApart: false };

test.each([
  ['as it was filed', PLACE, HERE],
  ['without an operator', { ...PLACE, operator: null, asn: null }, { ...HERE, operator: null, asn: null }],
  ['a VPN’s exit', { ...PLACE, hints: ['hosting-exit'] }, { ...HERE, isTunnel: true }],
  ['in another country than the device', { ...PLACE, hints: ['abroad'] }, { ...HERE, isTunnel: true }],
  ['a proxy for web pages alone', { ...PLACE, hints: ['proxy-web-only'] }, { ...HERE, isWebApart: true }],
  ['two lines that share the load', { ...PLACE, hints: ['several-exits', 'proxy-web-only'] }, HERE],
  ['no hints', { ...PLACE, hints: undefined }, HERE],
  ['hints of another shape', { ...PLACE, hints: { includes: 1 } }, HERE],
  ['a number that no network has', { ...PLACE, asn: -1 }, { ...HERE, asn: null }],
  ['an operator that turns the text around', { ...PLACE, operator: '\u202eevil\n' }, { ...HERE, operator: 'evil' }],
  ['an operator of such characters alone', { ...PLACE, operator: '\u202e\n' }, { ...HERE, operator: null }],
  ['an operator without end', { ...PLACE, operator: 'x'.repeat(900) }, { ...HERE, operator: 'x'.repeat(60) }],
])('The stored place is read: %s', (_, place, here) => {
  expect(readHere(place)).toEqual(here);
});

test.each([
  [null],
  [undefined],
  ['MA'],
  [[]],
  [{}],
  [{ ...PLACE, country: null }],
  [{ ...PLACE, country: 'ma' }],
  [{ ...PLACE, country: 'MAR' }],
  [{ ...PLACE, country: '<b>' }],
  [{ ...PLACE, country: ['MA'] }],
])('Without a country nothing is known of the network: %j', (place) => {
  expect(readHere(place)).toBeNull();
});
