import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { metrics } from '../../core/reporting/metrics.ts';
import { encodeRequest } from '../../core/reporting/otlp.ts';
import { aReport } from '../../core/reporting/testing.ts';
import { sendReport } from '../../platform/reporting.ts';
import { which } from '../../scripts/setup/run.mjs';
import { authority, leafFiles } from '../lab/certificates.ts';
import { type OtlpReceiver, otlpReceiver } from './receiver.ts';

/** Reports on their way to a receiver that keeps to the specification, over TLS. */

const body = encodeRequest(metrics([aReport()], { version: '0.1.0', instance: 'i', place: 'Rabat' }), {
  name: 'ringback',
  version: '0.1.0',
});
const TOKEN = 'Zm9vYmFy';
// From Node 22.19 on, a process may say whom it trusts.
const canTest = which('openssl') !== null && 'setDefaultCACertificates' in tls;

describe.skipIf(!canTest)('a report (needs openssl, and Node 22.19 or newer)', () => {
  let receiver: OtlpReceiver;
  let stranger: OtlpReceiver;
  const send = (headers: Record<string, string> = { Authorization: `Bearer ${TOKEN}` }, endpoint = receiver.endpoint) =>
    sendReport(body, { endpoint, headers, place: undefined });

  beforeAll(async () => {
    const trusted = await authority('trusted');
    tls.setDefaultCACertificates([readFileSync(trusted.certificate, 'utf8')]);
    receiver = await otlpReceiver(await leafFiles(trusted, { hosts: ['127.0.0.1'] }), TOKEN);
    stranger = await otlpReceiver(await leafFiles(await authority('untrusted'), { hosts: ['127.0.0.1'] }));
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(() => Promise.all([receiver?.close(), stranger?.close()]));

  test('arrives whole, packed, and with the headers that the organisation has set', async () => {
    expect(await send({ Authorization: `Bearer ${TOKEN}`, 'X-Scope-OrgID': 'rabat' })).toEqual({
      kind: 'taken',
      rejected: 0,
      message: '',
    });
    const [headers] = receiver.headers;
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'x-scope-orgid': 'rabat' });
    expect(Number(headers?.['content-length'])).toBeLessThan(body.length / 5);
    for (const name of ['cookie', 'referer']) expect(headers).not.toHaveProperty(name);
    expect(receiver.requests[0]?.resourceMetrics[0]?.scopeMetrics[0]?.metrics.map(({ name }) => name)).toEqual([
      'ringback.calls.state',
      'ringback.messages.state',
      'ringback.network.state',
      'ringback.round.duration',
      'ringback.round.trip',
      'ringback.controls.asked',
      'ringback.controls.answered',
    ]);
  });

  test('cannot be made to look like another kind of request', async () => {
    await send({ Authorization: `Bearer ${TOKEN}`, 'content-type': 'text/plain', 'Content-Encoding': 'br' });
    expect(receiver.headers.at(-1)).toMatchObject({
      'content-type': 'application/x-protobuf',
      'content-encoding': 'gzip',
    });
  });

  test('may be taken in part', async () => {
    receiver.answers.push({ partial: { rejectedDataPoints: 2, errorMessage: 'out of order' } });
    expect(await send()).toEqual({ kind: 'taken', rejected: 2, message: '2 rejected: out of order' });
  });

  test('that was taken with an answer nobody can read is taken', async () => {
    receiver.answers.push({ body: Uint8Array.of(255, 255) });
    expect(await send()).toEqual({ kind: 'taken', rejected: 0, message: '' });
  });

  test('waits when the receiver is busy, for as long as it asks', async () => {
    receiver.answers.push({ status: 429, message: 'slow down', headers: { 'Retry-After': '120' } });
    expect(await send()).toEqual({ kind: 'later', message: 'HTTP 429: slow down', afterMs: 120_000 });
    receiver.answers.push({ status: 503 });
    expect(await send()).toEqual({ kind: 'later', message: 'HTTP 503' });
  });

  test('is given up when it is refused, and the reason is kept', async () => {
    receiver.answers.push({ status: 400, message: 'no such tenant' });
    expect(await send()).toEqual({ kind: 'refused', message: 'HTTP 400: no such tenant' });
    expect(await send({})).toEqual({ kind: 'refused', message: 'HTTP 401: who are you?' });
    expect(await send(undefined, receiver.endpoint.replace('/v1/metrics', '/'))).toEqual({
      kind: 'refused',
      message: 'HTTP 404: no such path',
    });
  });

  test('is given up when the answer has no end', async () => {
    receiver.answers.push({ body: new Uint8Array(10_000_000) });
    expect(await send()).toEqual({ kind: 'refused', message: 'HTTP 200, with an answer too long to read' });
  });

  test('waits when nobody answers, or the line breaks', async () => {
    receiver.answers.push('hang-up');
    expect(await send()).toMatchObject({ kind: 'later' });
    receiver.answers.push('silence');
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort(new DOMException('too late', 'TimeoutError')));
    expect(await send()).toMatchObject({ kind: 'later', message: 'TimeoutError: too late' });
    receiver.answers.length = 0;
  });

  test('follows nobody elsewhere with its token', async () => {
    receiver.answers.push({ status: 307, headers: { Location: stranger.endpoint } });
    expect(await send()).toMatchObject({ kind: 'later' });
    expect(stranger.headers).toEqual([]);
  });

  test('is not told to whom cannot prove who it is', async () => {
    expect(await send({}, stranger.endpoint)).toMatchObject({ kind: 'later' });
    expect(stranger.headers).toEqual([]);
  });
});
