import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { feedSource } from '../feed/source-file.ts';
import { hostOf } from './endpoint.ts';
import { controls, doh, services } from './files.ts';
import { type Catalogue, contacts, HOSTS_BEGIN, HOSTS_END, hostsTable, withHostsTable } from './hosts.ts';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'privacy.md'), 'utf8');
const { mirrors } = feedSource();
const catalogue = (): Catalogue => ({ services: services(), controls: controls(), doh: doh(), mirrors });

describe('docs/privacy.md', () => {
  test('has the table that the catalogue makes (node scripts/hosts.mjs --write)', () => {
    expect(withHostsTable(page, hostsTable(contacts(catalogue())))).toBe(page);
  });

  test('names every host that the extension may contact, and no other', () => {
    const table = page.slice(page.indexOf(HOSTS_BEGIN), page.indexOf(HOSTS_END));
    const named = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, host]) => host);

    const asked = [...services().flatMap(({ endpoints }) => endpoints), ...controls(), ...doh()].map(({ url }) => url);
    const feeds = services().flatMap(({ statusFeeds }) => statusFeeds.map(({ url }) => url));
    const contacted = [...asked, ...feeds.filter((url) => !url.startsWith('doh:')), ...mirrors].map(hostOf);
    expect([...new Set(named)].sort()).toEqual([...new Set(contacted)].sort());
  });

  test('names the operators that see the public address', () => {
    const text = page.slice(0, page.indexOf(HOSTS_BEGIN));
    for (const { operator } of controls()) expect(text).toContain(operator);
  });

  test('says how many services are checked at first', () => {
    expect(services().filter(({ isDefault }) => isDefault).length).toBe(12);
    expect(page).toContain('twelve are chosen at first');
  });
});

describe('a contact', () => {
  const list: Catalogue = {
    controls: [
      { kind: 'portal', url: 'http://shared.example/', operator: 'Somebody' },
      { kind: 'https', url: 'https://shared.example/', operator: 'Somebody' },
    ],
    doh: [{ url: 'https://dns.example/?name={name}', operator: 'Names' }],
    mirrors: ['https://mirror.example/feed.json'],
    services: [
      {
        ...{ id: 'a', name: 'Aaa', retired: false, isDefault: true },
        endpoints: [
          { url: 'turns:shared.example:443', role: 'media', verified: false },
          { url: 'wss://a.example/socket', role: 'signalling', verified: false },
        ],
        statusFeeds: [{ url: 'doh:up.a.example', format: 'dns-flag' }],
      },
      {
        ...{ id: 'b', name: 'Bbb', retired: false, isDefault: false },
        endpoints: [{ url: 'stun:b.example:3478', role: 'media', verified: false }],
        statusFeeds: [
          { url: 'https://maker.example/feed.rss', format: 'meta', needsAccess: true },
          { url: 'https://status.b.example/api/v2/status.json', format: 'statuspage' },
        ],
      },
    ],
  };

  test('says for whom, when and on which ports a host is asked', () => {
    expect(contacts(list)).toEqual([
      {
        host: 'shared.example',
        ports: ['TCP 80', 'TLS 443'],
        purpose: 'control',
        moment: 'always',
        operator: 'Somebody',
      },
      { host: 'a.example', ports: ['TLS 443 (WebSocket)'], purpose: 'Aaa', moment: 'default' },
      { host: 'shared.example', ports: ['TLS 443'], purpose: 'Aaa', moment: 'default', operator: 'Somebody' },
      { host: 'b.example', ports: ['UDP 3478'], purpose: 'Bbb', moment: 'chosen' },
      { host: 'dns.example', ports: ['TLS 443'], purpose: 'Aaa', moment: 'after-failure', operator: 'Names' },
      { host: 'status.b.example', ports: ['TLS 443'], purpose: 'Bbb', moment: 'after-failure' },
      { host: 'maker.example', ports: ['TLS 443'], purpose: 'Bbb', moment: 'after-failure-with-access' },
      { host: 'mirror.example', ports: ['TLS 443'], purpose: 'catalogue', moment: 'daily' },
    ]);
  });

  test('is one row of the table', () => {
    expect(hostsTable(contacts(list)).split('\n').slice(2, 4)).toEqual([
      '| `shared.example` | TCP 80, TLS 443 | control | every check | Somebody |',
      '| `a.example` | TLS 443 (WebSocket) | Aaa | every check, unless you drop the service | |',
    ]);
  });

  test('has nowhere to go on a page without a place for the table', () => {
    expect(() => withHostsTable('# Privacy', 'table')).toThrow(HOSTS_BEGIN);
  });
});
