import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { takeEdition } from './current.ts';
import { allControls, allServices, dnsServers, serviceById } from './index.ts';
import { lookOf } from './looks.ts';
import type { Edition } from './packed.ts';
import { catalogueFile } from './packed-file.ts';

/** The promise to whoever adds a service: one data file, no code, and the build checks it. */

const template = {
  id: 'demo-caller',
  name: 'Demo Caller',
  state: 'active',
  colour: '#123456',
  webCalls: { value: 'no', source: 'its own page', confidence: 'guess', date: '2026-10' },
  families: [],
  callPorts: [],
  endpoints: [
    {
      role: 'media',
      url: 'turn:relay.demo.example:3478?transport=udp',
      use: 'primary',
      verified: false,
      source: 'its own page',
      confidence: 'third-party-observation',
      date: '2026-10',
    },
  ],
  statusFeeds: [],
};

/** A copy of the catalogue that lives as long as the test. */
function copyOfTheCatalogue(): string {
  const root = mkdtempSync(join(tmpdir(), 'ringback-catalogue-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  cpSync(import.meta.dirname, join(root, 'core', 'catalogue'), { recursive: true });
  return root;
}

const add = (root: string, name: string, content: unknown): void =>
  writeFileSync(join(root, 'core', 'catalogue', 'services', name), JSON.stringify(content));

/** The edition that the copy makes, as it is read back from the package's file. */
const editionOf = (root: string): Edition => JSON.parse(catalogueFile(join(root, 'core', 'catalogue')));

describe('adding a service', () => {
  test('is one data file and no code', () => {
    const root = copyOfTheCatalogue();
    const before = editionOf(root);
    add(root, 'demo-caller.json', template);
    const after = editionOf(root);
    expect(after.services.length).toBe(before.services.length + 1);

    takeEdition(before);
    expect(serviceById('demo-caller')).toBeUndefined();
    takeEdition(after);
    expect(lookOf('demo-caller')).toMatchObject({ name: 'Demo Caller', colour: '#123456' });
    expect(serviceById('demo-caller')).toEqual({
      id: 'demo-caller',
      name: 'Demo Caller',
      retired: false,
      isDefault: false,
      endpoints: [{ url: 'turn:relay.demo.example:3478?transport=udp', role: 'media', verified: false }],
      statusFeeds: [],
    });
  });

  const [endpoint] = template.endpoints;
  test.for([
    { what: 'a colour in words', content: { ...template, colour: 'red' }, field: /colour: / },
    { what: 'a field that nobody reads', content: { ...template, color: '#123456' }, field: /color: / },
    {
      what: 'a relay without a port',
      content: { ...template, endpoints: [{ ...endpoint, url: 'turn:relay.demo.example' }] },
      field: /endpoints\.0\.url: /,
    },
    {
      what: 'an endpoint without a source',
      content: { ...template, endpoints: [{ ...endpoint, source: undefined }] },
      field: /endpoints\.0\.source: /,
    },
    {
      what: 'a vote that is not earned',
      content: { ...template, endpoints: [{ ...endpoint, verified: true }] },
      field: /endpoints\.0: verified needs/,
    },
    {
      what: 'a vote of an endpoint that is asked for support only',
      content: {
        ...template,
        endpoints: [{ ...endpoint, verified: true, confidence: 'official-doc', use: 'supporting' }],
      },
      field: /endpoints\.0: verified needs/,
    },
    {
      what: 'a WebSocket whose silence counts unearned',
      content: {
        ...template,
        endpoints: [
          { ...endpoint, url: 'wss://demo.example/', role: 'signalling', verified: true, confidence: 'official-doc' },
        ],
      },
      field: /endpoints\.0: a WebSocket that refuses/,
    },
    {
      what: 'an endpoint in plain HTTP',
      content: { ...template, endpoints: [{ ...endpoint, url: 'http://demo.example/' }] },
      field: /endpoints\.0: plain HTTP/,
    },
    {
      what: 'the same endpoint twice',
      content: { ...template, endpoints: [endpoint, endpoint] },
      field: /an endpoint is listed twice/,
    },
    { what: 'a retirement without a date', content: { ...template, state: 'retired' }, field: /retired needs a date/ },
  ])('with $what fails the build, and names the file and the field', ({ content, field }) => {
    const root = copyOfTheCatalogue();
    add(root, 'demo-caller.json', content);
    const build = () => editionOf(root);
    expect(build).toThrow(field);
    expect(build).toThrow('demo-caller.json does not fit');
  });
});

describe('the file', () => {
  test('carries the services, the controls and the DNS servers', () => {
    takeEdition(editionOf(copyOfTheCatalogue()));
    expect(
      allServices()
        .slice(0, 12)
        .every(({ isDefault }) => isDefault),
    ).toBe(true);
    expect(
      allServices()
        .slice(12)
        .some(({ isDefault }) => isDefault),
    ).toBe(false);
    expect(serviceById('whatsapp')?.name).toBe('WhatsApp');
    expect(allControls().length).toBeGreaterThan(10);
    expect(dnsServers().length).toBe(2);
  });

  test('carries nothing of where the data was read', () => {
    expect(catalogueFile()).not.toMatch(/third-party-observation|official-doc|own-source|public code|nDPI|recorded/);
  });
});
