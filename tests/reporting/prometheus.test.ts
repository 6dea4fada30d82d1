import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { metrics } from '../../core/reporting/metrics.ts';
import { encodeRequest } from '../../core/reporting/otlp.ts';
import { aReport } from '../../core/reporting/testing.ts';
import dashboard from '../../docs/managed/grafana-dashboard.json';
import { missing } from '../../scripts/setup/needs.mjs';
import { exposition } from './exposition.ts';
import { MANAGED, type Prometheus, prometheus, type Sample } from './prometheus.ts';
import { readRequest } from './published.ts';

/** The way that docs/managed.md describes: a receiver takes reports and shows them, Prometheus scrapes them, its rules and the dashboard ask. */

const request = (instance: string, place: string, change: Parameters<typeof aReport>[0]) =>
  readRequest(
    encodeRequest(metrics([aReport(change)], { version: '0.1.0', instance, place }), {
      name: 'ringback',
      version: '0.1.0',
    }),
  );

/** One place where WhatsApp is blocked, and one where everything is clear. */
const requests = [
  request('one', 'Rabat office', {}),
  request('two', 'Lyon "office"', {
    where: { operator: 'Orange', asn: 3215, country: 'FR', access: null },
    network: 'clear',
    services: [{ id: 'whatsapp', calls: 'clear', messages: 'reachable' }],
  }),
];

const PANELS = dashboard.panels.map(({ title, targets }) => [title, targets[0]?.expr ?? ''] as const);
const lack = missing('prometheus');

describe.skipIf(lack !== null)(`Prometheus (${lack ?? 'as installed'})`, () => {
  let exporter: Server;
  let server: Prometheus;
  const labelsOf = (samples: readonly Sample[], ...names: string[]) =>
    samples.map(({ metric }) => names.map((name) => metric[name]).join(' · ')).sort();

  beforeAll(async () => {
    exporter = createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4' }).end(exposition(requests));
    });
    await new Promise<void>((resolve) => exporter.listen(0, '127.0.0.1', resolve));
    server = await prometheus(`127.0.0.1:${(exporter.address() as AddressInfo).port}`);
    await vi.waitFor(async () => expect(await server.query('ringback_round_duration_seconds')).toHaveLength(2), {
      timeout: 25_000,
      interval: 250,
    });
  }, 30_000);
  afterAll(async () => {
    await server?.close();
    exporter?.close();
  });

  test('finds nothing wrong with the configuration and the rules', () => {
    for (const [what, file] of [
      ['config', 'prometheus.yml'],
      ['rules', 'rules.yml'],
    ] as const) {
      const { status, stdout, stderr } = spawnSync('promtool', ['check', what, file], {
        cwd: MANAGED,
        encoding: 'utf8',
      });
      expect(status, stdout + stderr).toBe(0);
    }
  });

  test('knows a browser by its name, and where it is', async () => {
    const samples = await server.query('ringback_calls_state == 1');
    expect(labelsOf(samples, 'job', 'instance', 'ringback_place', 'ringback_service', 'ringback_state')).toEqual([
      'ringback · one · Rabat office · signal · clear',
      'ringback · one · Rabat office · whatsapp · likely-blocked',
      'ringback · two · Lyon "office" · whatsapp · clear',
    ]);
  });

  test('keeps the numbers', async () => {
    const [trip] = await server.query('ringback_round_trip_seconds{ringback_place="Rabat office"}');
    expect(trip).toMatchObject({
      value: [expect.any(Number), '0.041'],
      metric: { network_connection_type: 'cell', geo_country_iso_code: 'MA' },
    });
    const [share] = await server.query('sum(ringback_controls_answered) / sum(ringback_controls_asked)');
    expect(Number(share?.value[1])).toBeCloseTo(0.9);
  });

  test('warns of the place where calls are blocked, and of no other', async () => {
    await vi.waitFor(
      async () => {
        const rules = await server.rules();
        expect(rules.map(({ name, health, state }) => [name, health, state])).toEqual([
          ['CallsLikelyBlocked', 'ok', 'pending'],
          ['NetworkStopsCalls', 'ok', 'inactive'],
          ['PlaceSilent', 'ok', 'inactive'],
        ]);
      },
      { timeout: 10_000, interval: 250 },
    );
    const alerts = await server.query('ALERTS');
    expect(labelsOf(alerts, 'alertname', 'ringback_place', 'ringback_service')).toEqual([
      'CallsLikelyBlocked · Rabat office · whatsapp',
    ]);
  });

  test.for(PANELS)('answers the dashboard: %s', async ([, expression]) => {
    expect(await server.query(expression.replaceAll('$place', '.*'))).not.toEqual([]);
    expect(await server.query(expression.replaceAll('$place', 'nowhere'))).toEqual([]);
  });

  test('understands the questions of docs/managed.md', async () => {
    const page = readFileSync(join(MANAGED, '../managed.md'), 'utf8');
    const [, questions = ''] = /```\n(# Where[^`]+)```/.exec(page) ?? [];
    const [blocked = '', share = ''] = questions.split('\n\n').map((text) => text.replaceAll(/^#.*$/gm, ''));
    expect(labelsOf(await server.query(blocked), 'ringback_place')).toEqual(['Rabat office']);
    // It looks back at every fifth minute, and this server is seconds old.
    await expect(server.query(share)).resolves.toBeInstanceOf(Array);
  });

  test('gives the dashboard a state as a number that it has a word for', async () => {
    for (const { title, targets, fieldConfig } of dashboard.panels.filter(({ type }) => type === 'state-timeline')) {
      const words = fieldConfig.defaults.mappings[0]?.options as Record<string, { text: string }>;
      const samples = await server.query((targets[0]?.expr ?? '').replaceAll('$place', 'Rabat office'));
      const said = samples.map(({ value }) => words[value[1]]?.text).sort();
      expect(said, title).toEqual(title.startsWith('Calls') ? ['clear', 'likely-blocked'] : ['some-blocked']);
    }
  });
});

test('The example of a collector shows its metrics where the example of Prometheus looks', () => {
  const text = readFileSync(join(MANAGED, 'collector.yml'), 'utf8');
  const scraped = /targets: \[["']([^"']+)/.exec(readFileSync(join(MANAGED, 'prometheus.yml'), 'utf8'))?.[1];
  expect(text).toContain(`endpoint: ${scraped}`);
});
