import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readAggregation } from '../../../core/ooni/aggregation.ts';
import { addressesOf, questionOf } from '../../../core/ooni/question.ts';
import { aggregationApi, measuredUntil, type Quota } from './ooni.ts';

const NOW = Date.UTC(2026, 10, 22, 12);

let server: Server;
let quota: Quota;
beforeEach(async () => {
  quota = { left: 1000, cost: 10 };
  server = createServer(aggregationApi(() => measuredUntil(NOW), quota));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => server.close());

/** @param address a path, or an address of the real API */
const ask = (address: string, headers: Record<string, string> = {}) =>
  fetch(address.replace(/^(https:\/\/api.ooni.org)?/, `http://127.0.0.1:${(server.address() as AddressInfo).port}`), {
    headers,
  });
const json = async (address: string) => (await ask(address)).json();
const API = '/api/v1/aggregation';

describe('the stand-in', () => {
  test('answers the questions of the product as its data are', async () => {
    const { operator, country, world } = addressesOf(questionOf('MA', 36903, NOW));
    expect(readAggregation(await json(operator as string))?.get('whatsapp')).toEqual({ measured: 35, anomalies: 35 });
    expect(readAggregation(await json(country))?.get('whatsapp')).toEqual({ measured: 77, anomalies: 35 });
    expect(readAggregation(await json(world))?.get('whatsapp')?.measured).toBe(14_077);
    expect([...(readAggregation(await json(world))?.keys() ?? [])]).toHaveLength(4);
  });

  test('has no row where nobody has measured, and one of zeros where no axis is asked for', async () => {
    const none = { v: 0, dimension_count: 1, result: [] };
    expect(await json(`${API}?probe_cc=IS&axis_x=test_name&since=2026-11-09`)).toMatchObject(none);
    const { result } = (await json(`${API}?probe_cc=IS`)) as { result: object };
    expect(result).toMatchObject({ measurement_count: 0, ok_count: 0 });
  });

  test('does not count the day that is named as the end', async () => {
    const of = async (until: string) =>
      (
        (await json(`${API}?probe_cc=FR&since=2026-11-21&until=${until}&axis_x=measurement_start_day`)) as {
          result: [];
        }
      ).result.length;
    expect([await of('2026-11-22'), await of('2026-11-23')]).toEqual([1, 2]);
  });

  test.for([
    ['test_name=Whats-App', 422],
    ['probe_cc=M', 422],
    ['since=yesterday', 422],
    ['probe_asn=ASmany', 400],
    ['axis_x=operator', 400],
    ['axis_x=test_name&axis_y=test_name', 200],
  ] as const)('refuses %s as OONI does', async ([query, status]) => {
    const answer = await ask(`${API}?${query}`);
    expect(answer.status).toBe(status);
    expect(readAggregation(await answer.json())).toBeNull();
  });

  test('lets OONI’s own pages read, and no others', async () => {
    const allowed = async (origin: string) => (await ask(API, { origin })).headers.get('access-control-allow-origin');
    expect(await allowed('https://explorer.ooni.org')).toBe('https://explorer.ooni.org');
    expect(await allowed('https://ooni.org.example.com')).toBeNull();
    expect(await allowed('chrome-extension://abcdefgh')).toBeNull();
  });

  test('tells what is left of its quota, and takes nothing more once it is used up', async () => {
    quota.left = 15;
    expect((await ask(API)).headers.get('x-ratelimit-remaining')).toBe('5');
    expect((await ask(API)).headers.get('x-ratelimit-remaining')).toBe('0');
    const refused = await ask(API, { origin: 'https://explorer.ooni.org' });
    expect([refused.status, await refused.json()]).toEqual([429, { error: 'quota exceeded' }]);
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
  });
});
