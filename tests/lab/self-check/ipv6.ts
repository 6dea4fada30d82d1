import { AWAY_6, twin } from '../addresses.ts';
import {
  dropSni,
  dropUdp,
  type Fault,
  host,
  impostorStun,
  ipv6,
  overIpv4,
  poisonDns,
  rejectIcmp,
} from '../faults/index.ts';
import type { Lab } from '../lab.ts';
import { addressOf } from '../world/plan.ts';
import { expectedOf } from './expected.ts';
import type { Inside } from './inside.ts';
import { compare, type Statement } from './statement.ts';

const STUN = 'stun:stun.cloudflare.com:3478';
const WEB = 'https://zoom.us/';
const CHAT = 'wss://web.whatsapp.com/ws/chat';
const RELAYS = [
  'turn:worldaz.relay.teams.microsoft.com:3478?transport=udp',
  'turns:worldaz.relay.teams.microsoft.com:443',
];
const ALL = [STUN, WEB, CHAT, 'dns:zoom.us', ...RELAYS];
const over6 = (url: string) => `ipv6:${url}`;
const both = (urls: readonly string[]) => [...urls, ...urls.map(over6)];

const isUdp = (url: string) => /^stun:|=udp$/.test(url);

const SILENT = /^silent$/;
const NO_WAY = /^E(NET|HOST)UNREACH$/;
const cloudflare = host('stun.cloudflare.com');

interface Row {
  readonly says: string;
  readonly faults: readonly Fault[];
  readonly asks: readonly string[];
  /** Words from those that do not answer as ever. */
  readonly shows?: Readonly<Record<string, RegExp>>;
}

const all = (urls: readonly string[], word: RegExp) => Object.fromEntries(urls.map((url) => [url, word]));
const overIp = ALL.filter((url) => !url.startsWith('dns:'));

const ROWS: readonly Row[] = [
  { says: 'IPv6 beside IPv4: every named host answers over both', faults: [ipv6('working')], asks: both(ALL) },
  {
    says: 'broken IPv6 is silence, and IPv4 is not touched',
    faults: [ipv6('broken')],
    asks: both(ALL),
    shows: all(overIp.map(over6), SILENT),
  },
  {
    says: 'unreachable IPv6 is an error, and IPv4 is not touched',
    faults: [ipv6('unreachable')],
    asks: both(ALL),
    // A UDP socket hears of it only if it asks to.
    shows: Object.fromEntries(overIp.map((url) => [over6(url), isUdp(url) ? SILENT : NO_WAY])),
  },
  {
    says: 'IPv6 alone: no IPv4, and names are answered over IPv6',
    faults: [ipv6('only')],
    asks: both(ALL),
    shows: all(overIp, NO_WAY),
  },
  {
    says: 'DNS64: names lead to the prefix of the NAT64, and it can be found out',
    faults: [ipv6('only-nat64')],
    asks: [...ALL.map(over6), 'ipv6:dns:ipv4only.arpa'],
    shows: {
      'ipv6:dns:zoom.us': new RegExp(`^${twin(addressOf('zoom.us'), 'nat64')}$`),
      'ipv6:dns:ipv4only.arpa': /^64:ff9b::c000:aa 64:ff9b::c000:ab$/,
    },
  },
  {
    says: 'filters hold for both families',
    faults: [
      ipv6('working'),
      dropUdp(cloudflare),
      rejectIcmp(host('zoom.us'), 'host-unreachable'),
      dropSni(host('web.whatsapp.com')),
    ],
    asks: both(ALL),
    shows: { ...all(both([STUN, CHAT]), SILENT), ...all(both([WEB]), /^EHOSTUNREACH$/) },
  },
  {
    says: 'a filter that forgets IPv6',
    faults: [ipv6('working'), overIpv4(dropUdp(cloudflare))],
    asks: both(ALL),
    shows: { [STUN]: SILENT },
  },
  {
    says: 'an impostor answers over both families',
    faults: [ipv6('working'), impostorStun(cloudflare, 400)],
    asks: both(ALL),
    shows: all(both([STUN]), /^400$/),
  },
  {
    says: 'a false answer of the resolver is false for both families',
    faults: [ipv6('working'), poisonDns(host('zoom.us'), addressOf('web.whatsapp.com'))],
    asks: both([STUN, WEB]),
    shows: all(both([WEB]), /^ERR_TLS_CERT_ALTNAME_INVALID$/),
  },
  {
    says: 'without it no name has an IPv6 address',
    faults: [],
    asks: [...ALL, 'ipv6:dns:zoom.us'],
    shows: { 'ipv6:dns:zoom.us': /^ENODATA$/ },
  },
];

/** What the lab says of IPv6. */
export const ipv6Statements = (lab: Lab, inside: Inside): Statement[] => [
  ...ROWS.map(({ says, faults, asks, shows = {} }) => ({
    says,
    async prove() {
      await lab.apply(faults);
      return compare(asks, await inside.ask(asks, 1500), (url) => shows[url] ?? expectedOf(url));
    },
  })),
  {
    says: 'a move gives the client another IPv6 address, and contacts are named over IPv6 too',
    async prove() {
      await lab.apply([ipv6('working')]);
      await lab.leaveBy('away');
      await lab.forget();
      const heard = await inside.ask([over6(STUN)], 1500);
      const contacts = (await lab.contacts()).filter(({ port }) => port === 3478).map(({ host }) => host);
      await lab.reset();
      return compare(['address', 'host'], [heard.join(), contacts.join()], (what) =>
        what === 'address' ? new RegExp(`^srflx ${AWAY_6}$`) : /^stun\.cloudflare\.com$/,
      );
    },
  },
];
