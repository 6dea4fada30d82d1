import { setTimeout as sleep } from 'node:timers/promises';
import { OWN_HOSTS } from '../addresses.ts';
import { cutMedia, cutSoundAfter, dropUdp, host, type Inside } from '../faults/index.ts';
import type { Lab } from '../lab.ts';
import type { Inside as Asker } from './inside.ts';
import { compare, type Statement } from './statement.ts';

const RELAY = 'relay.own.example';
const OWN = {
  udp: [`turn:${RELAY}:3478?transport=udp`, `turn:${RELAY}:443?transport=udp`],
  streams: [
    ...[3478, 443].map((port) => `turn:${RELAY}:${port}?transport=tcp`),
    ...[5349, 443].map((port) => `turns:${RELAY}:${port}`),
  ],
};
const REFUSED = /^401$/;

/** The person's own relays, and what can be done to calls through them. */
export const ownStatements = (lab: Lab, inside: Asker): Statement[] => [
  {
    says: "a relay of the person's own answers on all its ports",
    async prove() {
      await lab.startOwn();
      const urls = [
        ...OWN.udp,
        ...OWN.streams,
        'turn:rest.own.example:3478?transport=udp',
        'turn:full.own.example:3478?transport=udp',
        'turn:untrusted.own.example:3478?transport=tcp',
      ];
      return compare(urls, await inside.ask(urls, 2000), () => REFUSED);
    },
  },
  {
    says: 'SIP servers of their own open WebSockets, Kamailio only with the sub-protocol; one machine is all of it',
    async prove() {
      const words: Readonly<Record<string, RegExp>> = {
        'wss://sip.own.example:7443/': /^400$/,
        'wss://odd-sip.own.example:7443/': /^101$/,
        'wss://home.own.example:7443/': /^400$/,
        'https://home.own.example/': /^200/,
        'turn:home.own.example:3478?transport=udp': REFUSED,
        'turn:home.own.example:3478?transport=tcp': REFUSED,
      };
      const urls = Object.keys(words);
      return compare(urls, await inside.ask(urls, 2000), (url) => words[url] ?? REFUSED);
    },
  },
  {
    says: 'one relay shows a certificate that nobody trusts',
    async prove() {
      const url = 'turns:untrusted.own.example:5349';
      return compare([url], await inside.ask([url], 2000), () => /^UNABLE_TO_VERIFY/);
    },
  },
  {
    says: 'UDP to it is dropped, and TCP and TLS pass',
    async prove() {
      await lab.apply([dropUdp(host(RELAY))]);
      const urls = [...OWN.udp, ...OWN.streams];
      const heard = await inside.ask(urls, 1000);
      await lab.apply([]);
      return compare(urls, heard, (url) => (OWN.udp.includes(url) ? /^silent$/ : REFUSED));
    },
  },
  ...(['stun', 'dtls', 'rtp'] as const).map((what) => ({
    says: `${what} inside a relayed call is dropped, over UDP and TCP, and nothing else is`,
    async prove() {
      await lab.apply([cutMedia(what, host(RELAY))]);
      const wrong: string[] = [];
      for (const packet of PACKETS) {
        const before = await acted(lab);
        await send(lab, packet);
        const dropped = (await acted(lab)) > before;
        if (dropped !== (packet.inside === what))
          wrong.push(`${JSON.stringify(packet)}: ${dropped ? 'dropped' : 'passed'}`);
      }
      await lab.apply([]);
      return wrong;
    },
  })),
  {
    says: 'sound passes for a second from its first packet, and then no more',
    async prove() {
      await lab.apply([cutSoundAfter(1, host(RELAY))]);
      const sound: Packet = { over: 'udp', by: 'channel', inside: 'rtp', from: 40_001 };
      const counts: number[] = [];
      for (const wait of [0, 0, 1100, 0]) {
        await sleep(wait);
        await send(lab, sound);
        counts.push(await acted(lab));
      }
      await send(lab, { ...sound, from: 40_002 });
      counts.push(await acted(lab));
      await lab.apply([]);
      // The first packet of each call is noted, and late ones are dropped.
      return compare(['counted'], [counts.join()], () => /^1,1,2,3,4$/);
    },
  },
];

const acted = async (lab: Lab) => (await lab.hits()).reduce((sum, { packets }) => sum + packets, 0);

interface Packet {
  readonly over: 'udp' | 'tcp';
  readonly by: 'channel' | 'indication';
  readonly inside: Inside;
  /** The client's port. */
  readonly from?: number;
}

const PACKETS: readonly Packet[] = (['udp', 'tcp'] as const).flatMap((over) =>
  (['channel', 'indication'] as const).flatMap((by) =>
    (['stun', 'dtls', 'rtp'] as const).map((inside) => ({ over, by, inside })),
  ),
);

const FIRST_BYTES = { stun: 0x00, dtls: 0x16, rtp: 0x80 } as const;

/** What a browser would send to its peer; the relay knows neither, and keeps silent. */
function bytesOf({ by, inside }: Packet): Buffer {
  const data = Buffer.concat([Buffer.from([FIRST_BYTES[inside]]), Buffer.alloc(31)]);
  if (by === 'channel') return Buffer.concat([Buffer.from([0x40, 0x00, 0, data.length]), data]);
  const peer = Buffer.from('001200080001000000000000', 'hex');
  const attributes = Buffer.concat([peer, Buffer.from([0x00, 0x13, 0, data.length]), data]);
  const header = Buffer.from([0x00, 0x16, 0, attributes.length, 0x21, 0x12, 0xa4, 0x42]);
  return Buffer.concat([header, Buffer.alloc(12, 7), attributes]);
}

/** A connection ends with a reset, or the system would send again and again what was dropped. */
async function send(lab: Lab, packet: Packet): Promise<void> {
  const { over, from = 0 } = packet;
  const program =
    over === 'udp'
      ? `const s = require('node:dgram').createSocket('udp4'); s.bind(${from}, () => s.send(data, 3478, host, () => s.close()))`
      : `const s = require('node:net').connect(3478, host, () => { s.setNoDelay(); s.write(data); setTimeout(() => s.resetAndDestroy(), 100) })`;
  const data = `const host = '${OWN_HOSTS[RELAY]}', data = Buffer.from('${bytesOf(packet).toString('hex')}', 'hex');`;
  await lab.client.run(process.execPath, ['-e', data + program]);
}
