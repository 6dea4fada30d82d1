import { describe, expect, test } from 'vitest';
import type { Consent } from '../core/catalogue/consent.ts';
import { contacts } from '../core/catalogue/hosts.ts';
import { allControls, allServices, dnsServers } from '../core/catalogue/index.ts';
import { addressesOf, contacted, controlHosts, newHosts, serviceHosts } from './contacts.ts';

const SERVICES = allServices();
const DOH = dnsServers().map((url) => ({ url, operator: 'somebody' }));
const hosts = (services: typeof SERVICES) =>
  new Set(contacts({ services, controls: allControls(), doh: DOH }).map(({ host }) => host));

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

describe('new hosts', () => {
  const SELECTION = ['whatsapp', 'signal'];
  const all = addressesOf(SELECTION);
  const without = (...hosts: readonly string[]): Consent => ({
    agreedAt: 1,
    hosts: all.filter((host) => !hosts.includes(host)),
  });
  const NONE = { hosts: [], services: [], controls: false, updates: false };
  const [control = ''] = controlHosts();

  test.for<[string, readonly string[], Consent | null, readonly string[], ReturnType<typeof newHosts>]>([
    ['none where all were agreed to', SELECTION, without(), [], NONE],
    ['none where the agreement is older than the list', SELECTION, { agreedAt: 1 }, [], NONE],
    [
      'that one service needs',
      SELECTION,
      without('chat.signal.org'),
      [],
      { hosts: ['chat.signal.org'], services: ['signal'], controls: false, updates: false },
    ],
    [
      'that a status page needs',
      SELECTION,
      without('dns.google'),
      [],
      { hosts: ['dns.google'], services: ['signal'], controls: false, updates: false },
    ],
    [
      'that a control needs',
      ['whatsapp'],
      without(control),
      [],
      { hosts: [control], services: [], controls: true, updates: false },
    ],
    ['of a service that was dropped', ['whatsapp'], without('chat.signal.org'), [], NONE],
    ['that were declined', SELECTION, without('chat.signal.org'), ['chat.signal.org', 'old.example'], NONE],
    [
      'of which one is newer than what was declined',
      SELECTION,
      without('chat.signal.org', 'web.whatsapp.com'),
      ['chat.signal.org'],
      { hosts: ['chat.signal.org', 'web.whatsapp.com'], services: SELECTION, controls: false, updates: false },
    ],
  ])('%s', ([, selection, consent, declined, expected]) => {
    expect(newHosts(selection, [], consent, declined)).toEqual(expected);
  });

  test('that give newer lists of servers are asked about like any other', () => {
    const mirrors = ['mirror.example', 'other.example'];
    const asked = { ...NONE, hosts: mirrors, updates: true };
    expect(newHosts(SELECTION, mirrors, without(), [])).toEqual(asked);
    expect(newHosts(SELECTION, mirrors, without(), mirrors)).toEqual(NONE);
    expect(newHosts(SELECTION, mirrors, { agreedAt: 1, hosts: [...all, ...mirrors] }, [])).toEqual(NONE);
  });

  test('leave a service out only where nothing of it may be contacted', () => {
    expect(contacted(SELECTION, without('chat.signal.org'))).toEqual(SELECTION);
    expect(contacted(SELECTION, without(...serviceHosts('signal')))).toEqual(['whatsapp']);
    expect(contacted(['skype'], without())).toEqual(['skype']);
  });
});
