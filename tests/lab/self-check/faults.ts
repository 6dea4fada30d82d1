import { IMPOSTOR } from '../addresses.ts';
import type { Fault } from '../faults/index.ts';
import * as faults from '../faults/index.ts';
import type { Hostility } from '../world/state.ts';

/** What each fault has to show to whom, and who must not notice it. */
export interface FaultRow {
  readonly fault: Fault;
  /** Word heard from the endpoints that it is meant for. */
  readonly shows: Readonly<Record<string, RegExp>>;
  /** Endpoints that answer as ever. */
  readonly spares: readonly string[];
  /** False for what is not done by the router, and so is not counted there. */
  readonly counted?: false;
}

const WHATSAPP = 'https://web.whatsapp.com/';
const CHAT = 'wss://web.whatsapp.com/ws/chat';
const RELAY = 'turn:157.240.203.62:3478?transport=udp';
const MEDIA = 'stun:157.240.24.133:3478';
const BINDING = 'stun:157.240.203.62:3478';
const GREETED = 'tls:web.whatsapp.com:443';
const OTHER_RELAY = 'turn:31.13.86.54:40003?transport=udp';
const STUN = 'stun:stun.cloudflare.com:3478';
const HTTPS = 'https://cp.cloudflare.com/generate_204';
const PORTAL = 'http://detectportal.firefox.com/success.txt';
const TEAMS = {
  udp: 'turn:worldaz.relay.teams.microsoft.com:3478?transport=udp',
  tcp: 'turn:worldaz.relay.teams.microsoft.com:443?transport=tcp',
  tls: 'turns:worldaz.relay.teams.microsoft.com:443',
};
const MEET = { web: 'https://meet.google.com/', tls: 'turns:meet.turns.goog:443' };
const ZOOM = { web: 'https://zoom.us/', feed: 'https://www.zoomstatus.com/api/v2/status.json' };
const INCIDENTS = 'https://www.google.com/appsstatus/dashboard/incidents.json';
const FLAG = 'https://cloudflare-dns.com/dns-query?name=uptime.signal.org&type=A';

const SILENT = /^silent$/;
const RESET = /^ECONNRESET$/;
const REFUSED = /^ECONNREFUSED$/;
const OPEN = [STUN, HTTPS, PORTAL, MEET.web, MEET.tls, OTHER_RELAY];

const whatsapp = faults.host('web.whatsapp.com');
const relay = faults.host('157.240.203.62');
const teams = faults.relaysOf('teams');
const everybody = (word: RegExp, ...urls: string[]) => Object.fromEntries(urls.map((url) => [url, word]));

export const FAULT_ROWS: readonly FaultRow[] = [
  {
    fault: faults.dropUdp(faults.relaysOf('whatsapp')),
    shows: everybody(SILENT, RELAY, MEDIA),
    spares: [...OPEN, WHATSAPP, CHAT],
  },
  { fault: faults.dropUdp(teams), shows: { [TEAMS.udp]: SILENT }, spares: [...OPEN, TEAMS.tcp, TEAMS.tls] },
  { fault: faults.dropUdpAnswers(relay), shows: { [RELAY]: SILENT }, spares: [...OPEN, MEDIA] },
  {
    fault: faults.dropAllUdp(),
    shows: everybody(SILENT, STUN, RELAY, OTHER_RELAY, TEAMS.udp),
    spares: [HTTPS, WHATSAPP, PORTAL, TEAMS.tcp, TEAMS.tls, 'dns:web.whatsapp.com'],
  },
  {
    fault: faults.silenceRelays(teams),
    shows: everybody(SILENT, TEAMS.udp, TEAMS.tcp, TEAMS.tls),
    spares: [...OPEN, 'https://teams.microsoft.com/'],
  },
  {
    fault: faults.silence(faults.allOf('whatsapp')),
    shows: everybody(SILENT, WHATSAPP, CHAT, RELAY, MEDIA),
    spares: OPEN,
  },
  { fault: faults.dropTcp(whatsapp), shows: everybody(SILENT, WHATSAPP, CHAT), spares: [...OPEN, RELAY] },
  { fault: faults.resetTcp(whatsapp), shows: everybody(REFUSED, WHATSAPP, CHAT), spares: OPEN },
  {
    fault: faults.resetSni(whatsapp),
    shows: everybody(RESET, WHATSAPP, CHAT),
    spares: [...OPEN, 'http://web.whatsapp.com/'],
  },
  {
    fault: faults.dropSni(whatsapp),
    shows: everybody(SILENT, WHATSAPP, CHAT),
    spares: [...OPEN, 'http://web.whatsapp.com/'],
  },
  {
    fault: faults.dropServerHello(whatsapp),
    shows: everybody(SILENT, WHATSAPP),
    spares: [...OPEN, 'http://web.whatsapp.com/'],
  },
  { fault: faults.resetSni(faults.host('meet.turns.goog')), shows: { [MEET.tls]: RESET }, spares: [STUN, MEET.web] },
  { fault: faults.rejectIcmp(whatsapp, 'host-unreachable'), shows: { [WHATSAPP]: /^EHOSTUNREACH$/ }, spares: OPEN },
  {
    fault: faults.dropStun(),
    shows: everybody(SILENT, STUN, RELAY, OTHER_RELAY),
    spares: [HTTPS, TEAMS.tcp, 'dns:zoom.us'],
  },
  { fault: faults.dropStun(relay), shows: { [RELAY]: SILENT }, spares: OPEN },
  {
    fault: faults.dropStun(relay, 'Allocate'),
    shows: { [RELAY]: SILENT },
    spares: [...OPEN, BINDING],
  },
  { fault: faults.dropStun(relay, 'Binding'), shows: { [BINDING]: SILENT }, spares: [...OPEN, RELAY] },
  { fault: faults.dropStun(undefined, 'Allocate'), shows: { [RELAY]: SILENT }, spares: [STUN, MEDIA, TEAMS.tcp] },
  { fault: faults.dropLargeUdp(relay, 80), shows: { [RELAY]: SILENT }, spares: [...OPEN, BINDING] },
  { fault: faults.rejectUdp(relay), shows: { [RELAY]: /^ECONNREFUSED$/ }, spares: OPEN },
  { fault: faults.rejectUdp(teams), shows: { [TEAMS.udp]: REFUSED }, spares: [...OPEN, TEAMS.tcp, TEAMS.tls] },
  {
    fault: faults.dropPort(3478),
    shows: everybody(SILENT, STUN, RELAY, TEAMS.udp),
    spares: [HTTPS, WHATSAPP, OTHER_RELAY, 'stun:stun.nextcloud.com:443', TEAMS.tcp],
  },
  { fault: faults.dropPort(443, 'tcp'), shows: everybody(SILENT, HTTPS, TEAMS.tcp), spares: [STUN, PORTAL, RELAY] },
  { fault: faults.silence(faults.range('157.240.0.0/16')), shows: everybody(SILENT, RELAY, MEDIA), spares: OPEN },
  { fault: faults.stallTcp(whatsapp, 6000), shows: { [WHATSAPP]: SILENT }, spares: [...OPEN, GREETED, CHAT] },
  {
    fault: faults.silenceAfterTls(whatsapp),
    shows: everybody(SILENT, WHATSAPP, CHAT),
    spares: [...OPEN, GREETED, 'http://web.whatsapp.com/'],
  },
  {
    fault: faults.resetAfterTls(whatsapp),
    shows: everybody(RESET, WHATSAPP, CHAT),
    spares: [...OPEN, GREETED, 'http://web.whatsapp.com/'],
  },
  { fault: faults.impostorStun(relay, 400), shows: everybody(/^400$/, RELAY, BINDING), spares: OPEN },
  { fault: faults.impostorStun(relay, 300), shows: everybody(/^300$/, RELAY, BINDING), spares: OPEN },
  { fault: faults.impostorStun(relay, 'garbage'), shows: everybody(SILENT, RELAY, BINDING), spares: OPEN },
  { fault: faults.impostorStun(relay, 'other-transaction'), shows: everybody(SILENT, RELAY), spares: OPEN },
  {
    fault: faults.impostorStun(relay, 'success'),
    shows: everybody(new RegExp(`^srflx ${IMPOSTOR}$`), BINDING),
    spares: OPEN,
  },
  { fault: faults.throttle(whatsapp, 2), shows: { [WHATSAPP]: SILENT }, spares: OPEN },
  { fault: faults.lose(relay, 99), shows: { [RELAY]: SILENT }, spares: OPEN },
  { fault: faults.noInternet(), shows: everybody(SILENT, STUN, 'https://1.1.1.1/', 'dns:zoom.us'), spares: [] },
  { fault: faults.noInternet('unreachable'), shows: { 'https://1.1.1.1/': /^ENETUNREACH$/ }, spares: [] },
  { fault: faults.onlyProxy(), shows: everybody(SILENT, STUN, RELAY, HTTPS, TEAMS.tls), spares: ['dns:zoom.us'] },
  {
    fault: faults.vpnWithoutUdp(),
    shows: everybody(SILENT, STUN, RELAY),
    spares: [HTTPS, WHATSAPP, TEAMS.tls, 'dns:zoom.us'],
  },
  {
    fault: faults.dropDns(),
    shows: { 'dns:zoom.us': SILENT },
    spares: [RELAY, 'https://1.1.1.1/dns-query?name=zoom.us&type=A'],
  },
  {
    fault: faults.poisonDns(whatsapp),
    shows: { 'dns:web.whatsapp.com': new RegExp(`^${IMPOSTOR}$`), [WHATSAPP]: /^200/ },
    spares: OPEN,
    counted: false,
  },
  {
    fault: faults.poisonToBlockPage(whatsapp),
    shows: { [WHATSAPP]: /^UNABLE_TO_VERIFY/, 'http://web.whatsapp.com/': /^451/ },
    spares: OPEN,
    counted: false,
  },
  {
    fault: faults.poisonToHost(whatsapp, 'zoom.us'),
    shows: { [WHATSAPP]: /^ERR_TLS_CERT_ALTNAME_INVALID$/, 'http://web.whatsapp.com/': /^421/ },
    spares: [...OPEN, ZOOM.web],
    counted: false,
  },
  { fault: faults.poisonToNowhere(whatsapp), shows: { [WHATSAPP]: SILENT }, spares: OPEN, counted: false },
  {
    fault: faults.hideName(faults.names('*.whatsapp.com')),
    shows: { [WHATSAPP]: /^ENOTFOUND$/ },
    spares: [...OPEN, 'https://v.whatsapp.net/v2/register'],
    counted: false,
  },
  { fault: faults.breakName(whatsapp), shows: { [WHATSAPP]: /^ESERVFAIL$/ }, spares: OPEN, counted: false },
  { fault: faults.refuseName(whatsapp), shows: { [WHATSAPP]: /^EREFUSED$/ }, spares: OPEN, counted: false },
  { fault: faults.emptyName(whatsapp), shows: { [WHATSAPP]: /^ENODATA$/ }, spares: OPEN, counted: false },
  { fault: faults.muteName(whatsapp), shows: { [WHATSAPP]: SILENT }, spares: OPEN, counted: false },
  { fault: faults.slowDns(2000), shows: { 'dns:zoom.us': SILENT }, spares: [RELAY], counted: false },
  {
    fault: faults.badCertificate(whatsapp, 'untrusted'),
    shows: { [WHATSAPP]: /^UNABLE_TO_VERIFY/ },
    spares: OPEN,
    counted: false,
  },
  {
    fault: faults.badCertificate(whatsapp, 'expired'),
    shows: { [WHATSAPP]: /^CERT_HAS_EXPIRED$/ },
    spares: OPEN,
    counted: false,
  },
  {
    fault: faults.badCertificate(whatsapp, 'wrong-name'),
    shows: { [WHATSAPP]: /^ERR_TLS_CERT_ALTNAME_INVALID$/ },
    spares: OPEN,
    counted: false,
  },
  { fault: faults.answerStatus(whatsapp, 451), shows: { [WHATSAPP]: /^451/ }, spares: OPEN, counted: false },
  {
    fault: faults.refusalPage(whatsapp, 403),
    shows: { [WHATSAPP]: /^403 .*not allowed/, [CHAT]: /^403/ },
    spares: OPEN,
    counted: false,
  },
  {
    fault: faults.redirectToBlockPage(whatsapp),
    shows: everybody(/^302 http:\/\/block-page\.example\/$/, WHATSAPP, CHAT),
    spares: OPEN,
    counted: false,
  },
  {
    fault: faults.redirectToBlockPage(whatsapp, 'https'),
    shows: { [WHATSAPP]: /^302 https:/, 'https://block-page.example/': /^UNABLE_TO_VERIFY/ },
    spares: OPEN,
    counted: false,
  },
  {
    fault: faults.redirectLoop(whatsapp),
    shows: {
      [WHATSAPP]: /^302 \/\?loop=1$/,
      'https://web.whatsapp.com/?loop=49': /^302 \/\?loop=50$/,
      'https://web.whatsapp.com/?loop=50': /^200/,
    },
    spares: OPEN,
    counted: false,
  },
  ...Object.entries({
    'slow-header': SILENT,
    'endless-body': SILENT,
    'zip-bomb': /^200 [^x]/,
    'huge-header': /^HPE_HEADER_OVERFLOW$/,
    'invalid-text': /^200 \uFFFD/,
  } satisfies Record<Hostility, RegExp>).map(([hostility, word]) => ({
    fault: faults.hostileAnswer(whatsapp, hostility as Hostility),
    shows: { [WHATSAPP]: word },
    spares: OPEN,
    counted: false as const,
  })),
  {
    fault: faults.closeOnGreeting(whatsapp),
    shows: everybody(/^ECONNRESET$/, WHATSAPP, CHAT),
    spares: [...OPEN, 'http://web.whatsapp.com/'],
    counted: false,
  },
  { fault: faults.muteServer(whatsapp), shows: { [WHATSAPP]: SILENT }, spares: OPEN, counted: false },
  {
    fault: faults.blockPage(whatsapp),
    shows: { [WHATSAPP]: /^UNABLE_TO_VERIFY/, 'http://web.whatsapp.com/': /^451/ },
    spares: OPEN,
  },
  {
    fault: faults.captivePortal(),
    shows: {
      [PORTAL]: /^302 http:\/\/portal.lan\/login$/,
      'http://portal.lan/login': /^200/,
      [HTTPS]: REFUSED,
      [STUN]: SILENT,
      [RELAY]: SILENT,
    },
    spares: ['dns:zoom.us'],
  },
  {
    fault: faults.captivePortal('untrusted'),
    shows: { [PORTAL]: /^302/, [HTTPS]: /^UNABLE_TO_VERIFY/, [STUN]: SILENT, [TEAMS.tcp]: /./ },
    spares: ['dns:zoom.us'],
  },
  {
    fault: faults.outage('zoom'),
    shows: { [ZOOM.web]: SILENT, [ZOOM.feed]: /^200 .*"indicator":"critical"/ },
    spares: OPEN,
  },
  { fault: faults.announceOutage('signal'), shows: { [FLAG]: /127\.0\.0\.2/ }, spares: OPEN, counted: false },
  {
    fault: faults.announceOutage('meet'),
    shows: { [INCIDENTS]: /^200 \[{"id":"lab-Google Meet","begin":"[^"]*","external_desc"/ },
    spares: OPEN,
    counted: false,
  },
];
