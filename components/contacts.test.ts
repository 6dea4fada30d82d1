import { expect, test } from 'vitest';
import { contacts } from '../core/catalogue/hosts.ts';
import { CONTROLS, DOH, SERVICES } from '../core/catalogue/index.ts';
import { addressesOf } from './contacts.ts';

const hosts = (services: typeof SERVICES) =>
  new Set(contacts({ services, controls: CONTROLS, doh: DOH }).map(({ host }) => host));

test('the agreement lists every host that a check of the default services may contact, and each once', () => {
  const selected = SERVICES.filter(({ isDefault }) => isDefault);
  const listed = addressesOf(selected.map(({ id }) => id));
  expect(new Set(listed)).toEqual(hosts(selected));
  expect(listed).toHaveLength(new Set(listed).size);
});

test('with every service selected it lists every host of the privacy table', () => {
  expect(new Set(addressesOf(SERVICES.map(({ id }) => id)))).toEqual(hosts(SERVICES));
});

test('a service that the catalogue does not know adds nothing', () => {
  expect(addressesOf(['unheard-of'])).toEqual(addressesOf([]));
});
