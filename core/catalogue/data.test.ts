import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { hostOf, schemeOf } from './endpoint.ts';
import { controlRecords, controls, doh, hostPatterns, serviceRecords, services } from './files.ts';
import { ControlsFile, ServiceRecord } from './schema.ts';

/** What the data files promise. Adding a service must not need a change here, except to the lists that are a decision. */

const folder = join(import.meta.dirname, 'services');
const marks = join(import.meta.dirname, '..', '..', 'public', 'marks');
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const files = readdirSync(folder);
const records = serviceRecords();
const asked = services().flatMap(({ endpoints }) => endpoints);

describe('the files', () => {
  test.for(files)('%s fits the schema and is named after its id', (file) => {
    const result = v.safeParse(ServiceRecord, json(join(folder, file)));
    expect(result.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
    expect(file).toBe(`${result.success && result.output.id}.json`);
  });

  test('the controls fit their schema', () => {
    const result = v.safeParse(ControlsFile, json(join(import.meta.dirname, 'controls.json')));
    expect(result.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
  });

  test('there are at least the thirty services of the first edition, with 176 endpoints', () => {
    expect(records.length).toBeGreaterThanOrEqual(30);
    expect(records.flatMap(({ endpoints }) => endpoints).length).toBeGreaterThanOrEqual(176);
  });

  test('twelve services are checked unless the person chooses otherwise', () => {
    expect(records.filter((record) => record.default).map(({ id }) => id)).toEqual(
      'discord facetime imo meet messenger signal tango teams telegram viber wechat whatsapp'.split(' '),
    );
  });

  test('no two services share an id or a name', () => {
    for (const key of ['id', 'name'] as const) {
      const values = records.map((record) => record[key].toLowerCase());
      expect(new Set(values).size).toBe(values.length);
    }
  });
});

describe('a service', () => {
  test.for(records)(
    '$name: an endpoint is verified exactly when its silence may count without calibration',
    (record) => {
      for (const { url, confidence, use, verified } of record.endpoints) {
        const vouchedFor = confidence === 'official-doc' || confidence === 'own-source';
        expect(verified, url).toBe(vouchedFor && use === 'primary' && schemeOf(url) !== 'wss');
      }
    },
  );

  test('that has a relay on file has it asked', () => {
    for (const record of records) {
      const relays = record.endpoints.filter(({ role, use }) => role === 'media' && use !== 'recorded');
      const runtime = services().find(({ id }) => id === record.id);
      expect(runtime?.endpoints.filter(({ role }) => role === 'media').map(({ url }) => url)).toEqual(
        relays.map(({ url }) => url),
      );
    }
  });

  test('that is active has signalling to ask', () => {
    for (const { name, retired, endpoints } of services()) {
      expect(retired || endpoints.some(({ role }) => role === 'signalling'), name).toBe(true);
    }
  });

  test('that has retired is not asked, is not checked by default, and names an active successor', () => {
    const retired = services().filter((service) => service.retired);
    expect(retired.map(({ id }) => id)).toContain('skype');
    for (const { endpoints, isDefault, successor } of retired) {
      expect(endpoints).toEqual([]);
      expect(isDefault).toBe(false);
      expect(services().find(({ id }) => id === successor)).toMatchObject({ retired: false });
    }
    expect(records.find(({ id }) => id === 'skype')).toMatchObject({ retiredOn: '2025-05-05', successor: 'teams' });
  });

  test('is vouched for only by a status feed that speaks of it, or says that it speaks of something related', () => {
    for (const { id, statusFeeds } of records) {
      for (const { url, format, component, note, needsAccess, related } of statusFeeds) {
        if (format === 'statuspage') expect(url).toMatch(/^https:.*\/api\/v2\/status\.json$/);
        if (['google-incidents', 'microsoft', 'apple', 'webex'].includes(format)) expect(component).toBeTruthy();
        if (['microsoft', 'apple', 'meta', 'webex'].includes(format)) expect(needsAccess).toBe(true);
        if (format === 'dns-flag') expect(url).toMatch(/^doh:/);
        if (format === 'other') expect(note, `${id}: why it is not read`).toBeTruthy();
        if (/line-status/.test(url)) expect(format, 'a developer API is not a call').toBe('other');
        expect(related, 'an interface for businesses is not a call').toBe(/metastatus/.test(url) || undefined);
      }
    }
  });

  test('takes a claim from somewhere a reader can make sense of', () => {
    const claims = [
      ...records.flatMap(({ endpoints, callPorts, webCalls }) => [...endpoints, ...callPorts, webCalls]),
      ...controlRecords(),
    ];
    for (const { source, date } of claims) {
      expect(source).not.toMatch(/not named|^\(|\/(tmp|work|home)\/|\(\d{9,}\)/);
      expect(source.split('(').length, source).toBe(source.split(')').length);
      expect(date <= '2026-12-31' && date >= '2015', date).toBe(true);
    }
  });
});

describe('a mark', () => {
  const paths = readdirSync(marks).filter((name) => name.endsWith('.svg'));

  test('is on disk for each service that names one, and no other is', () => {
    expect(records.flatMap(({ mark }) => (mark ? [`${mark}.svg`] : []))).toEqual(paths);
    expect(existsSync(join(marks, 'LICENSE.txt'))).toBe(true);
  });

  test.for(paths)('%s is one path and nothing else: no script, no style, no colour', (name) => {
    expect(readFileSync(join(marks, name), 'utf8')).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 24 24"><path d="[MLHVCSQTAZmlhvcsqtaz\d\s,.e-]+"\/><\/svg>\n$/,
    );
  });
});

describe('every address that a check asks', () => {
  const urls = [...new Set([...asked, ...controls()].map(({ url }) => url))];
  const web = urls.filter((url) => /^(https?|wss):/.test(url));
  const ice = urls.filter((url) => /^(stun|turns?):/.test(url));

  test('is one or the other', () => expect(web.length + ice.length).toBe(urls.length));

  // The list of bad ports in the Fetch Standard, https://fetch.spec.whatwg.org/#port-blocking, above 442; no lower one is in use.
  const BLOCKED =
    '465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080'
      .split(' ')
      .map(Number);

  test.for(web)('%s parses, leaves out its default port, and has a port that browsers allow', (url) => {
    const { href, port } = new URL(url);
    expect(href).toBe(url);
    expect(port === '' || (Number(port) > 442 && !BLOCKED.includes(Number(port)))).toBe(true);
  });

  test.for(ice)('%s parses, and has a port that Chromium allows for TURN', (url) => {
    const match = /^(?:stun|turns?):([a-z\d.-]+):(\d+)(?:\?transport=(?:udp|tcp))?$/.exec(url);
    expect(match?.[1]).toBe(hostOf(url));
    const port = Number(match?.[2]);
    expect(port === 53 || port === 80 || port === 443 || (port >= 1024 && port < 65536)).toBe(true);
  });
});

describe('the controls', () => {
  const of = (kind: string) => controls().filter((control) => control.kind === kind);
  const operators = (kind: string) => new Set(of(kind).map(({ operator }) => operator)).size;
  const ports = (kind: string) => new Set(of(kind).map(({ url }) => /:(\d+)/.exec(url)?.[1])).size;

  test('for UDP have at least three operators and three ports, and one needs no name', () => {
    expect(operators('stun')).toBeGreaterThanOrEqual(3);
    expect(ports('stun')).toBeGreaterThanOrEqual(3);
    expect(of('stun').some(({ url }) => /^[\d.]+$/.test(hostOf(url)))).toBe(true);
  });

  test('for TLS have at least three operators', () => expect(operators('https')).toBeGreaterThanOrEqual(3));

  test('for relays go over UDP, TCP and TLS, with a quorum of operators over UDP alone: some networks hide what STUN answers', () => {
    const over = (pattern: RegExp) => of('relay').filter(({ url }) => pattern.test(url));
    expect(new Set(over(/transport=udp$/).map(({ operator }) => operator)).size).toBeGreaterThanOrEqual(2);
    expect(over(/transport=tcp$/).length).toBeGreaterThan(0);
    expect(over(/^turns:/).length).toBeGreaterThan(0);
  });

  const onFile = (kind: string) => controlRecords().filter((control) => control.kind === kind);
  test('for captive portals are plain HTTP, and say what a true answer is', () => {
    expect(operators('portal')).toBeGreaterThanOrEqual(2);
    for (const { url, expect: answer } of onFile('portal')) {
      expect(url).toMatch(/^http:/);
      expect(answer?.text).toBeTruthy();
    }
  });

  test('for the web say which status is a true answer', () => {
    for (const { url, expect: answer } of [...onFile('https'), ...onFile('portal')]) {
      expect(answer?.status, url).toBe(/generate_204$/.test(url) ? 204 : 200);
    }
  });

  test('leave out the DNS servers, of which two are ready to be asked', () => {
    expect(controls().map(({ kind }) => kind)).not.toContain('doh');
    expect(doh()).toEqual([
      { url: 'https://dns.google/resolve?name={name}&type=A', operator: 'Google' },
      { url: 'https://cloudflare-dns.com/dns-query?name={name}&type=A', operator: 'Cloudflare' },
    ]);
  });
});

test('the host permission covers every web host that a check asks, and status sources that need it, and no other', () => {
  const closed = services().flatMap(({ statusFeeds }) => statusFeeds.filter(({ needsAccess }) => needsAccess));
  const hosts = new Set(
    [...asked, ...controls(), ...closed]
      .map(({ url }) => url)
      .filter((url) => /^(https?|wss):/.test(url))
      .map(hostOf),
  );
  expect(hostPatterns()).toEqual([...hosts].sort().map((host) => `*://${host}/*`));
});
