import { EXITS, PROXY } from '../addresses.ts';
import { blameFor, host, line, onlyProxy, unplugged, vpn } from '../faults/index.ts';
import type { Lab } from '../lab.ts';
import { plan } from '../world/plan.ts';
import { expectedOf } from './expected.ts';
import { FAULT_ROWS } from './faults.ts';
import type { Inside } from './inside.ts';
import { compare, type Statement } from './statement.ts';

const STUN = 'stun:stun.cloudflare.com:3478';
const PORTAL = 'http://detectportal.firefox.com/success.txt';
const LITERAL = 'stun:162.159.207.1:3478';

/** curl's exit code and the status that it heard. */
async function byProxy(lab: Lab, page: string): Promise<string> {
  const proxy = ['--proxy', `http://${PROXY.address}:${PROXY.port}`, '--cacert', lab.authority];
  const { code, stdout } = await lab.client.run('curl', [
    '-s',
    '-o',
    '/dev/null',
    '-w',
    '%{http_code}',
    ...proxy,
    page,
  ]);
  return `${code} ${stdout}`;
}

/** What the lab's network says when it is open, faulty, moved and observed. */
export const networkStatements = (lab: Lab, inside: Inside): Statement[] => [
  {
    says: 'open: every endpoint of the catalogue answers as the catalogue says',
    async prove() {
      const urls = [...plan().relays, ...plan().web].map(({ url }) => url.replace('{name}', 'uptime.signal.org'));
      return compare(urls, await inside.ask(urls, 5000), expectedOf);
    },
  },
  ...FAULT_ROWS.map(({ fault, shows, spares, counted }) => ({
    says: fault.says,
    async prove() {
      await lab.apply([fault]);
      const urls = [...Object.keys(shows), ...spares];
      const wrong = compare(urls, await inside.ask(urls), (url) => shows[url] ?? expectedOf(url));
      const hit = (await lab.hits()).reduce((sum, { packets }) => sum + packets, 0) > 0;
      return hit === (counted ?? true)
        ? wrong
        : [...wrong, hit ? 'the router counted it' : 'the router did not count it'];
    },
  })),
  {
    says: 'after all that, an open network is open again',
    async prove() {
      await lab.reset();
      const urls = plan().relays.map(({ url }) => url);
      return compare(urls, await inside.ask(urls, 2000), expectedOf);
    },
  },
  ...(lab.adjustableLine ? lineStatements(lab, inside) : []),
  {
    says: 'an unplugged cable ends everything, and plugged in again it works',
    async prove() {
      await lab.apply([unplugged()]);
      const apart = await inside.ask([LITERAL], 300);
      await lab.apply([]);
      return [
        ...compare([LITERAL], apart, () => /ENETUNREACH|silent/),
        ...compare([LITERAL], await inside.ask([LITERAL], 2000), expectedOf),
      ];
    },
  },
  {
    says: 'the other exit gives the client another public address',
    async prove() {
      await lab.leaveBy('away');
      const heard = await inside.ask([STUN, 'turns:meet.turns.goog:443']);
      await lab.leaveBy('home');
      return compare([STUN, 'turns:meet.turns.goog:443'], heard, (url) =>
        url === STUN ? new RegExp(`^srflx ${EXITS.away}$`) : /^401$/,
      );
    },
  },
  {
    says: 'Cloudflare says from which address it is asked',
    async prove() {
      const trace = 'https://cp.cloudflare.com/cdn-cgi/trace';
      const heard = await inside.ask([trace]);
      await lab.leaveBy('vpn');
      heard.push(...(await inside.ask([trace])));
      await lab.leaveBy('home');
      return compare([EXITS.home, EXITS.vpn], heard, (address) => new RegExp(`^200 .*\\nip=${address}\\n`, 's'));
    },
  },
  {
    says: 'two exits: each server sees one address, and servers differ',
    async prove() {
      const servers = plan().relays.flatMap(({ url }) => (url.startsWith('stun:') ? [url] : []));
      await lab.leaveBy('by-destination');
      const [once, again] = [await inside.ask(servers), await inside.ask(servers)];
      await lab.leaveBy('home');
      return compare(
        ['same', 'both'],
        [String(once.join() === again.join()), [...new Set(once)].sort().join()],
        (what) => (what === 'same' ? /^true$/ : new RegExp(`^srflx ${EXITS.home},srflx ${EXITS.away}$`)),
      );
    },
  },
  {
    says: 'two exits: UDP leaves by another than TCP',
    async prove() {
      const over = { udp: 'stun:stun.cloudflare.com:3478', tcp: 'stun:turn.cloudflare.com:3478?transport=tcp' };
      await lab.leaveBy('by-protocol');
      const heard = await inside.ask(Object.values(over));
      await lab.leaveBy('home');
      return compare(Object.values(over), heard, (url) =>
        url === over.udp ? new RegExp(`^srflx ${EXITS.away}$`) : new RegExp(`^srflx ${EXITS.home}$`),
      );
    },
  },
  {
    says: 'residual blocking: after a greeting nothing passes to that host, and a second later all does',
    async prove() {
      const [greeting, plain] = ['https://web.whatsapp.com/', 'http://web.whatsapp.com/'];
      await lab.apply([blameFor(host('web.whatsapp.com'), 1)]);
      const heard = [
        ...(await inside.ask([plain])),
        ...(await inside.ask([greeting])),
        ...(await inside.ask([plain, STUN], 500)),
      ];
      await new Promise((resolve) => setTimeout(resolve, 1000));
      heard.push(...(await inside.ask([plain])));
      await lab.apply([]);
      const words = [/^301/, /^ECONNRESET$/, /^silent$/, /^srflx/, /^301/];
      return words.flatMap((word, index) =>
        word.test(heard[index] ?? '') ? [] : [`step ${index + 1}: ${heard[index]}`],
      );
    },
  },
  {
    says: 'an HTTP proxy carries pages and tunnels where nothing else leads out',
    async prove() {
      const pages = ['https://zoom.us/', PORTAL, 'https://turn.cloudflare.com:5349/'];
      await lab.apply([onlyProxy('unresolved')]);
      const words = await Promise.all(pages.map((page) => byProxy(lab, page)));
      const direct = await inside.ask([STUN, 'https://1.1.1.1/', 'dns:zoom.us']);
      await lab.apply([]);
      return [
        // A TURN server ends a connection on which it is asked for a page, once TLS is up.
        ...compare(pages, words, (page) => (page.includes('turn') ? /^52 / : /^0 200/)),
        ...direct.flatMap((word) => (word === 'silent' ? [] : [`without the proxy: ${word}`])),
      ];
    },
  },
  {
    says: 'a VPN is a device of another name, and all else is as before',
    async prove() {
      await lab.apply([vpn()]);
      const { stdout } = await lab.client.run('ip', ['-o', 'link', 'show', 'up']);
      const during = await inside.ask([STUN, PORTAL]);
      await lab.apply([]);
      const after = await inside.ask([STUN, PORTAL]);
      return [
        ...compare(['device'], [stdout], () => /tun0/),
        ...compare([STUN, PORTAL, STUN, PORTAL], [...during, ...after], expectedOf),
      ];
    },
  },
  {
    says: 'the logs name every host that was contacted, and no other',
    async prove() {
      await lab.forget();
      await inside.ask([STUN, 'https://zoom.us/']);
      const contacts = (await lab.contacts())
        .map(({ host, protocol, port }) => `${host} ${protocol} ${port}`)
        .join(', ');
      const { names, requests } = await lab.log();
      const seen = `${names.map(({ name }) => name).sort()}; ${requests.map(({ method, host, path }) => `${method} ${host}${path}`)}`;
      return compare(['contacts', 'log'], [contacts, seen], (what) =>
        what === 'contacts'
          ? /^\(resolver\) udp 53, stun\.cloudflare\.com udp 3478, zoom\.us tcp 443$/
          : /^stun\.cloudflare\.com,zoom\.us; GET zoom\.us\/$/,
      );
    },
  },
  {
    says: 'nothing outside of the lab can be reached',
    async prove() {
      const outside = ['stun:8.8.8.8:3478', 'https://192.0.2.1/', 'https://example.com/'];
      return compare(outside, await inside.ask(outside, 500), (url) =>
        url.includes('example.com') ? /^ENOTFOUND$/ : /^silent$/,
      );
    },
  },
];

const lineStatements = (lab: Lab, inside: Inside): Statement[] => [
  {
    says: 'a delay of 40 ms each way makes a round trip of 80 ms',
    async prove() {
      await lab.apply([line({ delayMs: 40 })]);
      const began = performance.now();
      const heard = await inside.ask([LITERAL], 2000);
      const took = performance.now() - began;
      await lab.apply([]);
      return [
        ...compare([LITERAL], heard, expectedOf),
        ...(took > 79 && took < 130 ? [] : [`it took ${Math.round(took)} ms`]),
      ];
    },
  },
  {
    says: '30 % loss each way loses about half of 300 questions, and the same ones each time',
    async prove() {
      const questions = Array.from({ length: 300 }, () => LITERAL);
      const losses = async () => {
        await lab.apply([line({ lossPercent: 30, seed: 7 })]);
        return (await inside.ask(questions, 700)).filter((word) => word === 'silent').length;
      };
      const [first, second] = [await losses(), await losses()];
      await lab.apply([]);
      if (first < 120 || first > 190) return [`${first} of 300 were lost`];
      return first === second ? [] : [`${first} the first time, ${second} the second`];
    },
  },
  {
    says: 'a rate of 20 kB/s makes a front page of 20 kB take a second',
    async prove() {
      await lab.apply([line({ kilobytesPerSecond: 20 })]);
      const began = performance.now();
      const heard = await inside.ask(['https://zoom.us/'], 5000);
      const took = performance.now() - began;
      await lab.apply([]);
      return [
        ...compare(['https://zoom.us/'], heard, expectedOf),
        ...(took > 800 && took < 2500 ? [] : [`it took ${Math.round(took)} ms`]),
      ];
    },
  },
];
