/**
 * JSON Schema of the measurements that are written, from the published specification: github.com/ooni/spec, data-formats/df-000-base.md,
 * df-007-errors.md, df-008-netevents.md, nettests/ts-025-stun-reachability.md, ts-036-browser_web.md. Fields that clients "of course are not
 * supposed to emit", and deprecated ones, are not allowed.
 */
const failure = {
  anyOf: [
    { type: 'null' },
    {
      enum: [
        'connection_aborted',
        'connection_refused',
        'connection_reset',
        'dns_bogon_error',
        'dns_server_misbehaving',
        'eof_error',
        'generic_timeout_error',
        'host_unreachable',
        'http_unexpected_redirect_url',
        'http_unexpected_status_code',
        'ssl_failed_handshake',
        'ssl_invalid_certificate',
        'ssl_invalid_hostname',
        'ssl_unknown_authority',
      ],
    },
    { type: 'string', pattern: '^unknown_failure' },
  ],
};
const moment = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$' };

export const MEASUREMENT = {
  type: 'object',
  additionalProperties: false,
  required: [
    'data_format_version',
    'input',
    'measurement_start_time',
    'probe_asn',
    'probe_cc',
    'probe_ip',
    'report_id',
    'software_name',
    'software_version',
    'test_helpers',
    'test_keys',
    'test_name',
    'test_runtime',
    'test_start_time',
    'test_version',
  ],
  properties: {
    annotations: {
      type: 'object',
      additionalProperties: { type: 'string' },
      properties: { network_type: { enum: ['wifi', 'mobile'] } },
    },
    data_format_version: { const: '0.2.0' },
    extensions: { type: 'object', additionalProperties: { type: 'integer' } },
    input: { type: 'string' },
    measurement_start_time: moment,
    options: { type: 'array', items: { type: 'string' } },
    probe_asn: { type: 'string', pattern: '^AS\\d+$' },
    probe_cc: { type: 'string', pattern: '^[A-Z]{2}$' },
    probe_ip: { const: '127.0.0.1' },
    probe_network_name: { type: 'string' },
    report_id: { type: 'string' },
    software_name: { type: 'string' },
    software_version: { type: 'string' },
    test_helpers: { type: 'object' },
    test_keys: { type: 'object' },
    test_name: { enum: ['stunreachability', 'browser_web'] },
    test_runtime: { type: 'number', minimum: 0 },
    test_start_time: moment,
    test_version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
  },
  oneOf: [
    {
      properties: {
        test_name: { const: 'stunreachability' },
        input: { pattern: '^stun://(\\[[0-9a-f:]+\\]|[^:/]+):\\d+$' },
        test_keys: {
          type: 'object',
          additionalProperties: false,
          required: ['endpoint', 'failure', 'network_events', 'queries'],
          properties: {
            endpoint: { type: 'string' },
            failure,
            network_events: { type: 'array' },
            queries: { type: 'array' },
          },
        },
      },
    },
    {
      properties: {
        test_name: { const: 'browser_web' },
        input: { pattern: '^(https|wss)://' },
        test_keys: {
          type: 'object',
          additionalProperties: false,
          patternProperties: { '^x_failure$': failure },
          required: ['result', 'load_time_ms'],
          properties: {
            result: { enum: ['ok', 'error'] },
            load_time_ms: { type: 'number', minimum: 0 },
            browser: { type: 'string' },
          },
        },
      },
    },
  ],
};
