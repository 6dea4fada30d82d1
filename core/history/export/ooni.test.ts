import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoredObservation } from '../records.ts';
import { isOoni, toOoni } from './ooni.ts';
import { history, observation } from './testing.ts';
import { anyHistory } from './testing-any.ts';
import { MEASUREMENT } from './testing-ooni.ts';

const lines = (text: string) =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
const only = (change: Partial<StoredObservation>) =>
  lines(
    toOoni({ ...history, raw: [{ network: '', at: 0, observations: [observation(change)] }] }, { version: '0.1.0' }),
  )[0];

const validate = new Ajv2020({ strict: false }).compile(MEASUREMENT);

test('every measurement is in the published format', () => {
  fc.assert(
    fc.property(anyHistory, (any) => {
      const measurements = lines(toOoni(any, { version: '0.1.0' }));
      for (const measurement of measurements) expect(validate(measurement) || validate.errors).toBe(true);
      const asked = any.raw.flatMap(({ observations }) => observations);
      expect(measurements).toHaveLength(asked.filter(isOoni).length);
    }),
  );
});

test('a STUN answer becomes a measurement of stunreachability', () => {
  expect(lines(toOoni(history, { version: '0.1.0' }))).toEqual([
    {
      annotations: {
        engine_name: 'ringback',
        engine_version: '0.1.0',
        network_type: 'wifi',
        probe: 'stun',
        service: 'control',
      },
      data_format_version: '0.2.0',
      extensions: { dnst: 0, netevents: 0 },
      input: 'stun://stun.l.google.com:19302',
      measurement_start_time: '2026-11-12 08:00:01',
      options: [],
      probe_asn: 'AS36903',
      probe_cc: 'MA',
      probe_ip: '127.0.0.1',
      probe_network_name: 'Maroc Telecom',
      report_id: '',
      software_name: 'ringback',
      software_version: '0.1.0',
      test_helpers: {},
      test_keys: { endpoint: 'stun.l.google.com:19302', failure: null, network_events: [], queries: [] },
      test_name: 'stunreachability',
      test_runtime: 0.0415,
      test_start_time: '2026-11-12 08:00:00',
      test_version: '0.1.0',
    },
  ]);
});

test('a network that is not told is AS0 in ZZ', () => {
  expect(only({})).toMatchObject({ probe_asn: 'AS0', probe_cc: 'ZZ' });
  expect(only({})).not.toHaveProperty('probe_network_name');
});

test.each([
  [{ url: 'turn:relay.example:3478?transport=udp', probe: 'turn' }, 'stun://relay.example:3478'],
  [{ url: 'stun:[2001:db8::7]:3478' }, 'stun://[2001:db8::7]:3478'],
  [{ url: 'wss://chat.example/ws', probe: 'websocket', transport: 'tls' }, 'wss://chat.example/ws'],
] as const)('%j is asked as %s', (change, input) => {
  expect(only(change).input).toBe(input);
});

test.each([
  { url: 'turns:relay.example:443', probe: 'turn', transport: 'tls' },
  { url: 'http://portal.example/', probe: 'https', transport: 'tcp' },
  { outcome: 'inconclusive' },
] as const)('%j has no place in the format', (change) => {
  expect(only(change)).toBeUndefined();
});

describe('a failure is named no deeper than the evidence', () => {
  const web = { url: 'https://web.example/', probe: 'https', transport: 'tls', outcome: 'failed' } as const;

  test.each([
    [{ ...web, mechanism: 'tcp.reset', code: 'net::ERR_CONNECTION_REFUSED' }, 'connection_refused'],
    [{ ...web, mechanism: 'tls.reset', code: 'NS_ERROR_NET_RESET' }, 'connection_reset'],
    [{ ...web, mechanism: 'tls.reset', code: 'net::ERR_CONNECTION_CLOSED' }, 'eof_error'],
    [{ ...web, mechanism: 'tls.reset', code: 'NS_ERROR_NET_INTERRUPT' }, 'ssl_failed_handshake'],
    [{ ...web, mechanism: 'unknown', code: 'net::ERR_ADDRESS_UNREACHABLE' }, 'host_unreachable'],
    [{ ...web, mechanism: 'tls.certificate', code: 'net::ERR_CERT_AUTHORITY_INVALID' }, 'ssl_unknown_authority'],
    [{ ...web, mechanism: 'tls.certificate', code: 'tls error' }, 'ssl_invalid_certificate'],
    [{ ...web, mechanism: 'dns.missing', code: 'net::ERR_NAME_NOT_RESOLVED' }, 'dns_server_misbehaving'],
    [{ ...web, mechanism: 'dns.poisoned', code: 'net::ERR_CONNECTION_RESET' }, 'dns_bogon_error'],
    [{ ...web, mechanism: 'http.blockpage', code: 'http 451' }, 'http_unexpected_status_code'],
    [{ ...web, mechanism: 'http.blockpage', redirected: true }, 'http_unexpected_redirect_url'],
    [{ ...web, outcome: 'silent', mechanism: 'unknown', code: 'timeout' }, 'generic_timeout_error'],
    [{ ...web, mechanism: 'unknown', code: '1006' }, 'unknown_failure: 1006'],
    [web, 'unknown_failure: unknown'],
    [{ ...web, mechanism: 'tcp.reset', code: '' }, 'unknown_failure: tcp.reset'],
  ] as const)('%j: %s', (change, failure) => {
    expect(only(change).test_keys).toMatchObject({ result: 'error', x_failure: failure });
  });

  test('over UDP a silence is a time-out, and a refusal of the relay is not', () => {
    expect(only({ outcome: 'silent', mechanism: 'udp.timeout' }).test_keys.failure).toBe('generic_timeout_error');
    expect(only({ outcome: 'failed', mechanism: 'turn.refused' }).test_keys.failure).toBe(
      'unknown_failure: turn.refused',
    );
  });
});
