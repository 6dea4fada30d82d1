import type { RequestListener } from 'node:http';
import { OONI_TESTS } from '../../../core/ooni/opinion.ts';

/**
 * OONI's aggregation API: parameters, errors, CORS and quota as in ooni/backend (`oonimeasurements/routers/v1/aggregation.py`, `main.py`,
 * `common/rate_limit_quotas.py`, August 2026). Of the axes those of this table are there; CSV is not.
 */

/** What was measured on one day. */
export interface Measured {
  readonly test_name: string;
  readonly probe_cc: string;
  readonly probe_asn: number;
  readonly measurement_start_day: string;
  readonly ok: number;
  readonly anomaly: number;
  readonly confirmed?: number;
  readonly failure?: number;
}

export interface Quota {
  /** Hundredths of a second of server time that are left to whoever asks. */
  left: number;
  /** What one question costs. */
  readonly cost: number;
}

const AXES = ['test_name', 'probe_cc', 'probe_asn', 'measurement_start_day'] as const;
type Axis = (typeof AXES)[number];
const OTHER_AXES = ['blocking_type', 'category_code', 'domain', 'input'];
const ORIGINS = /^https:\/\/[-A-Za-z0-9]+(\.(test|dev))?\.ooni\.(org|io)$|^https:\/\/.*\.observableusercontent\.com$/;
/** Production allows an hour 40 s. */
const PER_HOUR = 4000;

export function aggregationApi(table: () => readonly Measured[], quota: Quota = newQuota()): RequestListener {
  return (request, response) => {
    const send = (status: number, body: object, headers: Readonly<Record<string, string>> = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    // The limit stands before everything else, CORS too.
    if (quota.left <= 0) return void send(429, { error: 'quota exceeded' }, { 'x-ratelimit-remaining': '0' });
    quota.left = Math.max(0, quota.left - quota.cost);

    const { origin } = request.headers;
    const headers = {
      'x-ratelimit-remaining': String(quota.left),
      ...(origin !== undefined &&
        ORIGINS.test(origin) && {
          'access-control-allow-origin': origin,
          'access-control-allow-credentials': 'true',
          vary: 'Origin',
        }),
    };
    const { pathname, searchParams } = new URL(request.url ?? '', 'https://api.ooni.org');
    if (pathname !== '/api/v1/aggregation') return void send(404, { detail: 'Not Found' }, headers);
    if (request.method !== 'GET') return void send(405, { detail: 'Method Not Allowed' }, headers);
    const { status, body } = aggregate(table(), searchParams);
    send(status, body, headers);
  };
}

export const newQuota = (): Quota => ({ left: PER_HOUR, cost: 12 });

function aggregate(table: readonly Measured[], asked: URLSearchParams): { status: number; body: object } {
  const { test_name, probe_cc, probe_asn, since, until, axis_x, axis_y } = Object.fromEntries(asked);
  const wrong = [
    ...(test_name !== undefined && !/^[a-z0-9_,]+$/.test(test_name) ? ['test_name'] : []),
    ...(probe_cc !== undefined && probe_cc.length < 2 ? ['probe_cc'] : []),
    ...Object.entries({ since, until }).flatMap(([name, day]) => (day === undefined || isDay(day) ? [] : [name])),
    ...Object.entries({ axis_x, axis_y }).flatMap(([name, axis]) => (/^[a-z_]+$/.test(axis ?? 'a') ? [] : [name])),
  ];
  // By FastAPI, before anything is looked at.
  if (wrong.length > 0)
    return { status: 422, body: { detail: wrong.map((name) => ({ type: 'value_error', loc: ['query', name] })) } };
  const asns = commaSplit(probe_asn).map((one) => one.replace(/^AS/, ''));
  if (asns.some((one) => !/^\d+$/.test(one)))
    return { status: 400, body: { detail: 'Invalid ASN value in parameter probe_asn' } };
  if (axis_x !== undefined && axis_x === axis_y)
    return { status: 200, body: { msg: 'Axis X and Y cannot be the same', v: 0 } };
  const axes = [axis_x, axis_y].filter((axis) => axis !== undefined);
  if (axes.some((axis) => !isAxis(axis) && !OTHER_AXES.includes(axis)))
    return { status: 400, body: { msg: 'Invalid axis name', v: 0 } };

  const isIn = (wanted: readonly string[], value: string) => wanted.length === 0 || wanted.includes(value);
  const rows = table.filter(
    (row) =>
      isIn(commaSplit(test_name), row.test_name) &&
      isIn(commaSplit(probe_cc), row.probe_cc) &&
      isIn(asns, String(row.probe_asn)) &&
      row.measurement_start_day >= (since ?? '') &&
      row.measurement_start_day < (until ?? '9999'),
  );
  const known = axes.filter(isAxis);
  const groups = new Map<string, Measured[]>();
  for (const row of rows) {
    const key = JSON.stringify(known.map((axis) => row[axis]));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const result = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, [first, ...others]]) => ({
      ...total([first as Measured, ...others]),
      ...Object.fromEntries(known.map((axis) => [axis, first?.[axis]])),
    }));
  return {
    status: 200,
    body: {
      v: 0,
      dimension_count: axes.length,
      db_stats: { row_count: rows.length, bytes: rows.length * 64, total_row_count: rows.length, elapsed_seconds: 0.1 },
      // Without an axis there is always one row; with one, none where nobody measured.
      result: axes.length === 0 ? total(rows) : result,
    },
  };
}

function total(rows: readonly Measured[]) {
  const sum = (of: (row: Measured) => number | undefined) => rows.reduce((all, row) => all + (of(row) ?? 0), 0);
  const counts = {
    anomaly_count: sum(({ anomaly }) => anomaly),
    confirmed_count: sum(({ confirmed }) => confirmed),
    failure_count: sum(({ failure }) => failure),
    ok_count: sum(({ ok }) => ok),
  };
  return { ...counts, measurement_count: Object.values(counts).reduce((a, b) => a + b) };
}

const isAxis = (name: string): name is Axis => (AXES as readonly string[]).includes(name);
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const commaSplit = (text = ''): string[] => text.split(',').filter((part) => part !== '');

const MAROC_TELECOM = 36903;
const INWI = 36925;

/**
 * What volunteers have measured up to today: WhatsApp and Telegram meet anomalies on Maroc Telecom, hardly anywhere else; Signal was measured
 * three times in Morocco. Elsewhere Messenger's test, which takes any failed connection for one, shows more of them than the others do.
 */
export function measuredUntil(now: number): Measured[] {
  return Array.from({ length: 20 }, (_, ago) => {
    const measurement_start_day = new Date(now - ago * 24 * 3_600_000).toISOString().slice(0, 10);
    const of = (probe_cc: string, probe_asn: number, test_name: string, ok: number, anomaly: number) => ({
      ...{ test_name, probe_cc, probe_asn, measurement_start_day, ok, anomaly },
      failure: 1,
    });
    const world = Object.keys(OONI_TESTS).map((test) =>
      of('FR', 3215, test, 970, test === 'facebook_messenger' ? 180 : 30),
    );
    const here = [
      { ...of('MA', MAROC_TELECOM, 'whatsapp', 0, 2), confirmed: ago % 2 },
      of('MA', MAROC_TELECOM, 'telegram', 1, 3),
      of('MA', MAROC_TELECOM, 'facebook_messenger', 3, 1),
      of('MA', INWI, 'whatsapp', 3, 0),
      of('MA', INWI, 'facebook_messenger', 4, 1),
      ...(ago < 3 ? [of('MA', INWI, 'signal', 1, 0)] : []),
      // A test that is about no messenger, and one that nobody asked for.
      of('MA', MAROC_TELECOM, 'web_connectivity', 800, 90),
    ];
    return [...here, ...world];
  }).flat();
}
