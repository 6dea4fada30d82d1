/**
 * Hosts that others ask and the catalogue does not list. The world serves them, and what is done to a service's web hosts is done to
 * these of it as well: whoever blocks a messenger blocks all of its servers, not those that one tool happens to ask.
 */
export interface Host {
  readonly url: string;
  /** What a healthy answer looks like, in the catalogue's words. */
  readonly expect: string;
}

/** Their own protocol, so a TLS greeting ends the connection. OONI only connects. */
const CONNECTS = 'a TLS error; a timeout is not healthy';

const whatsappEndpoints = Array.from({ length: 16 }, (_, index) => `e${index + 1}.whatsapp.net`);

/** Over plain HTTP on both ports; port 443 speaks no TLS. */
export const TELEGRAM_CENTRES = [
  '149.154.175.50',
  '149.154.167.51',
  '149.154.175.100',
  '149.154.167.91',
  '149.154.171.5',
  '95.161.76.100',
] as const;

/** By service, as in OONI's test specifications ts-018, ts-019, ts-020 and ts-029. */
const OF_SERVICE: Readonly<Record<string, readonly Host[]>> = {
  whatsapp: whatsappEndpoints.flatMap((host) =>
    ['', ':5222'].map((port) => ({ url: `https://${host}${port}/`, expect: CONNECTS })),
  ),
  messenger: [
    'b-api.facebook.com',
    'b-graph.facebook.com',
    'edge-mqtt.facebook.com',
    'external.xx.fbcdn.net',
    'scontent.xx.fbcdn.net',
    'star.c10r.facebook.com',
  ].map((host) => ({ url: `https://${host}/`, expect: '200' })),
  telegram: TELEGRAM_CENTRES.flatMap((address) => [
    { url: `http://${address}/`, expect: '501' },
    { url: `https://${address}/`, expect: CONNECTS },
  ]),
};

/** Servers of OONI's STUN test, as in `internal/stuninput` of ooni/probe-cli, 2026-08. */
export const OONI_STUN_SERVERS = [
  'stun.epygi.com',
  'stun.uls.co.za',
  'stun.voipgate.com',
  'stun.mixvoip.com',
  'stun.telnyx.com',
  'stun.hot-chilli.net',
  'stun.fitauto.ru',
  'stun.m-online.net',
] as const;

/** OONI measures nothing before its own backend has answered. */
export const OONI_BACKEND = 'https://api.ooni.org/api/v1/check-in';

export const hostsBeside = (service: string): readonly Host[] => OF_SERVICE[service] ?? [];

export const allHostsBeside = (): readonly Host[] => [
  ...Object.values(OF_SERVICE).flat(),
  ...OONI_STUN_SERVERS.map((host) => ({ url: `stun:${host}:3478`, expect: '' })),
  { url: OONI_BACKEND, expect: '200' },
];
