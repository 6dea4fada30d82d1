import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, onTestFinished, test } from 'vitest';
import { controlRecords, controls, serviceRecords, services } from '../../../core/catalogue/files.ts';
import { editionOf } from '../../../core/catalogue/packed-file.ts';
import { HealthFile } from '../../../core/catalogue/schema.ts';
import { FetchedEdition } from '../../../core/feed/schema.ts';
import { ROOT } from '../../build/output.ts';
import { lookUp } from './addresses.ts';
import { together } from './endpoint.ts';
import { mergeFolder } from './files.ts';
import { parseOptions, UsageError } from './options.ts';
import { type Entry, RunRecord, readRuns, writeRun } from './record.ts';
import { targetsOf } from './targets.ts';

describe('whom a run asks', () => {
  const targets = targetsOf(serviceRecords(), controlRecords());
  const urls = targets.map(({ url }) => url);

  test('is everybody on file, once', () => {
    const onFile = [...serviceRecords().flatMap(({ endpoints }) => endpoints), ...controlRecords()];
    expect([...urls].sort()).toEqual([...new Set(onFile.map(({ url }) => url))].sort());
    const contacted = [...services().flatMap(({ endpoints }) => endpoints), ...controls()].map(({ url }) => url);
    expect(contacted.filter((url) => !urls.includes(url))).toEqual([]);
  });

  test('is asked in its own manner exactly where it refuses browsers', () => {
    const refusing = serviceRecords().flatMap(({ endpoints }) => endpoints.filter((one) => one.refusesBrowsers));
    const peculiar = targets.filter(({ manner }) => manner).map(({ url }) => url);
    expect(peculiar.sort()).toEqual(refusing.map(({ url }) => url).sort());
  });

  test('over plain HTTP has something that it must say', () => {
    for (const { url, expected } of targets) expect(Boolean(expected?.text), url).toBe(url.startsWith('http:'));
  });

  test('can be a few services, and the controls', () => {
    const few = targetsOf(serviceRecords(), controlRecords(), ['threema']);
    expect(few.filter(({ url }) => url.includes('threema')).length).toBeGreaterThan(4);
    expect(few.filter(({ control }) => control)).toEqual(targets.filter(({ control }) => control));
    expect(few.some(({ url }) => url.includes('telegram'))).toBe(false);
  });

  test('can be recorded: every address fits the record’s file', () => {
    const endpoints = Object.fromEntries(urls.map((url) => [url, { asked: '2026-11-22', places: 1, how: 'TCP 443' }]));
    expect(v.is(HealthFile, { updatedOn: '2026-11-22', endpoints })).toBe(true);
  });

  test('is recorded for who makes an edition, which a feed may bring whatever the record holds', () => {
    const folder = mkdtempSync(join(tmpdir(), 'health-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const name of ['services', 'controls.json', 'edition.json'])
      cpSync(join(ROOT, 'core', 'catalogue', name), join(folder, name), { recursive: true });
    const endpoints = Object.fromEntries(urls.map((url) => [url, { asked: '2026-11-22', places: 1, how: 'TCP 443' }]));
    writeFileSync(join(folder, 'health.json'), JSON.stringify({ updatedOn: '2026-11-22', endpoints }));
    const edition = { ...editionOf(folder), issuedOn: '2026-11-22', expiresOn: '2026-12-22' };
    expect(v.safeParse(FetchedEdition, edition).issues).toBeUndefined();
    const contacted = services().flatMap((service) => service.endpoints.map(({ url }) => url));
    expect(Object.keys(edition.health.endpoints).sort()).toEqual([...new Set(contacted)].sort());
  });
});

describe('an address', () => {
  test('that is a literal is taken as it is, where this machine has its family', async () => {
    expect(await lookUp('162.159.207.1', { 4: true, 6: false })).toEqual({ addresses: ['162.159.207.1'] });
    expect(await lookUp('[2606:4700::1]', { 4: true, 6: true })).toEqual({ addresses: ['2606:4700::1'] });
    expect(await lookUp('[2606:4700::1]', { 4: true, 6: false })).toEqual({ why: 'NO_ROUTE', fault: 'machine' });
  });

  test.each(['127.0.0.1', '169.254.169.254', '10.0.0.1', '[::1]'])(
    'in a network of its own is not asked: %s',
    async (host) => {
      expect(await lookUp(host, { 4: true, 6: true })).toEqual({ why: 'NOT_PUBLIC', fault: 'name' });
    },
  );
});

describe('an endpoint of several addresses', () => {
  const heard = { outcome: 'answered', how: 'TURN 401', realm: 'r' } as const;
  const silent = { outcome: 'silent' } as const;
  const reset = { outcome: 'failed', why: 'ECONNRESET' } as const;

  test('answers when any does', () => {
    expect(together([silent, heard, reset])).toEqual({ ...heard, asked: 3, answered: 1 });
  });

  test('is silent when all are, and failed when one of them is', () => {
    expect(together([silent, silent])).toEqual({ outcome: 'silent', asked: 2 });
    expect(together([silent, reset])).toEqual({ ...reset, asked: 2 });
  });
});

describe('the folder of records', () => {
  const A = 'stun:a.example:3478';
  const run = (takenAt: string, entry: Entry): RunRecord => ({
    ...{ schemaVersion: 1, place: 'home', takenAt, udp: true, ipv6: false },
    endpoints: { [A]: entry },
  });
  const answered: Entry = { outcome: 'answered', how: 'STUN 0101', asked: 2, answered: 1, software: 'Relay 1.0' };
  const fresh = () => {
    const folder = mkdtempSync(join(tmpdir(), 'health-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const health = join(folder, 'record');
    writeFileSync(health, JSON.stringify({ updatedOn: null, endpoints: {} }));
    const merge = (now = Date.parse('2026-11-23')) => mergeFolder(folder, health, [A], now);
    return { folder, health, merge, read: () => JSON.parse(readFileSync(health, 'utf8')) as unknown };
  };

  test('keeps what was written, two runs of a day beside each other', () => {
    const { folder } = fresh();
    const runs = ['2026-11-22T10:00:00.000Z', '2026-11-22T11:00:00.000Z'].map((at) => run(at, answered));
    for (const one of runs) writeRun(folder, one);
    expect(readRuns(folder).map(({ run }) => run)).toEqual(runs);
  });

  test('is merged into the record, and gives up what is older than 60 days', () => {
    const { folder, merge, read } = fresh();
    writeRun(folder, run('2026-09-22T10:00:00.000Z', answered));
    writeRun(folder, run('2026-11-22T10:00:00.000Z', { outcome: 'silent', asked: 1 }));
    expect(merge()).toEqual([`${A} fell silent: first not heard on 2026-11-22.`]);
    const record = {
      updatedOn: '2026-11-22',
      endpoints: {
        [A]: { asked: '2026-11-22', places: 1, answered: '2026-09-22', how: 'STUN 0101', silentSince: '2026-11-22' },
      },
    };
    expect(read()).toEqual(record);
    expect(readdirSync(folder).filter((name) => name.endsWith('.json'))).toEqual(['2026-11-22T100000Z-home.json']);
    expect(merge()).toEqual([]);
    expect(read()).toEqual(record);
  });

  test('takes a port of any length for an answer: a run must not write what no merge reads', () => {
    const { folder } = fresh();
    for (const [at, how] of ['TCP 80', 'TCP 50443'].entries())
      writeRun(folder, run(`2026-11-22T10:00:0${at}.000Z`, { outcome: 'answered', how, asked: 1, answered: 1 }));
    expect(readRuns(folder)).toHaveLength(2);
  });

  test('is refused when a run is dated in the future', () => {
    const { folder, merge } = fresh();
    writeRun(folder, run('2026-12-24T10:00:00.000Z', answered));
    expect(merge).toThrow('2026-12-24T100000Z-home.json is dated in the future');
  });

  test.each([
    ['the whole', { updatedOn: '2062-11-22', endpoints: {} }],
    [
      'an endpoint',
      { updatedOn: null, endpoints: { [A]: { asked: '2062-11-22', places: 1, silentSince: '2026-11-01' } } },
    ],
  ])('is refused beside a record in which %s is: it would take all runs for old ones', (_, record) => {
    const { folder, health, merge } = fresh();
    writeRun(folder, run('2026-11-22T10:00:00.000Z', answered));
    writeFileSync(health, JSON.stringify(record));
    expect(merge).toThrow('record is dated in the future: 2062-11-22');
    expect(readRuns(folder)).toHaveLength(1);
  });

  test.each<[string, object]>([
    ['another version', { schemaVersion: 2 }],
    ['a place that could be a path', { place: '../home' }],
    ['local time', { takenAt: '2026-11-22T10:00:00+01:00' }],
    ['an address that is none', { endpoints: { 'file:///etc/passwd': answered } }],
    ['an answer that is none', { endpoints: { [A]: { ...answered, how: 'hello' } } }],
    ['more addresses than a run asks', { endpoints: { [A]: { ...answered, asked: 7 } } }],
    ['software that is long', { endpoints: { [A]: { ...answered, software: 'x'.repeat(61) } } }],
    ['software that is not printable', { endpoints: { [A]: { ...answered, software: 'a\nb' } } }],
    ['more than it may say', { endpoints: { [A]: { ...answered, note: 'hi' } } }],
  ])('is refused with %s, and the file is named', (_, change) => {
    const { folder, merge } = fresh();
    writeFileSync(
      join(folder, 'foreign.json'),
      JSON.stringify({ ...run('2026-11-22T10:00:00.000Z', answered), ...change }),
    );
    expect(merge).toThrow(/foreign\.json does not fit/);
  });
});

test('the record that is shown in the docs fits', () => {
  const page = readFileSync(join(ROOT, 'docs', 'catalogue-health.md'), 'utf8');
  const [, json] = /```json\n([\s\S]+?)```/.exec(page) ?? [];
  expect(v.safeParse(RunRecord, JSON.parse(json ?? '')).issues).toBeUndefined();
});

describe('the arguments', () => {
  const parse = (...args: string[]) => parseOptions(args, ['signal', 'whatsapp']);

  test('say whether to ask, to merge, or both', () => {
    expect(parse('--place', 'home-rabat')).toEqual({ help: false, merge: false, place: 'home-rabat', pause: 200 });
    expect(parse('--merge', '--out', 'here')).toEqual({ help: false, merge: true, out: 'here', pause: 200 });
    expect(parse('--place', 'home', '--merge', '--only', 'signal, whatsapp', '--pause=0')).toMatchObject({
      ...{ merge: true, only: ['signal', 'whatsapp'], pause: 0 },
    });
    expect(parse('--help').help).toBe(true);
  });

  test.each([
    [[], 'Say --place to ask, --merge to merge, or both.'],
    [['--place', 'At Home'], '--place is "At Home" and must be 2 to 40 small letters'],
    [['--place', 'home', '--only', 'signal,nope'], '--only names nope, unknown here. Known: signal, whatsapp.'],
    [['--place', 'home', '--pause', 'soon'], '--pause is "soon"'],
    [['--place', 'home', '--pause', '-1'], 'argument'],
    [['--merge', '--verbose'], "Unknown option '--verbose'"],
  ])('%j are refused with a sentence', (args, sentence) => {
    expect(() => parse(...args)).toThrow(UsageError);
    expect(() => parse(...args)).toThrow(sentence);
  });
});
