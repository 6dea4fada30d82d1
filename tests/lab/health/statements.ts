import { isIPv4Literal, transportOf } from '../../../core/catalogue/endpoint.ts';
import { controlRecords, serviceRecords } from '../../../core/catalogue/files.ts';
import { type HealthRecord, NO_HEALTH, standingOf } from '../../../core/catalogue/health.ts';
import { type Manner, mannerOf } from '../../../core/catalogue/manner.ts';
import { changes, merge } from '../../../scripts/catalogue/health/merge.ts';
import type { Entry, RunRecord } from '../../../scripts/catalogue/health/record.ts';
import { targetsOf } from '../../../scripts/catalogue/health/targets.ts';
import type { Fault } from '../faults/fault.ts';
import {
  badCertificate,
  controlsOf,
  dropAllUdp,
  host,
  hostileAnswer,
  impostorStun,
  ipv6,
  poisonDns,
  poisonToNowhere,
  silence,
} from '../faults/index.ts';
import { urlHost } from '../faults/targets.ts';
import type { Lab } from '../lab.ts';
import type { Statement } from '../self-check/statement.ts';
import { addressOf } from '../world/plan.ts';
import { runHealth } from './run.ts';

const TARGETS = targetsOf(serviceRecords(), controlRecords());
const URLS = TARGETS.map(({ url }) => url);

const OWN_WAYS: Readonly<Record<Manner, string>> = {
  'private-authority': 'TLS 0304',
  'not-tls': 'TCP 443',
  'not-http': 'TLS 0304',
};

/** What a living endpoint of the lab's world says. */
function healthy(url: string): RegExp {
  if (url.startsWith('stun:')) return /^STUN 0101$/;
  if (/^turns?:/.test(url)) return /^TURN 401 lab\.example$/;
  if (url.startsWith('wss:')) return /^WS 101$/;
  const records = serviceRecords().flatMap(({ endpoints }) => endpoints);
  const manner = mannerOf(records.find((endpoint) => endpoint.url === url && endpoint.refusesBrowsers)?.expect ?? '');
  return manner ? new RegExp(`^${OWN_WAYS[manner]}$`) : /^HTTP \d{3}$/;
}

const wordOf = (entry: Entry | undefined): string => {
  if (entry === undefined) return 'nothing';
  if (entry.outcome === 'answered') return `${entry.how} ${entry.realm ?? ''}`.trim();
  return 'why' in entry ? `${entry.outcome} ${entry.why}` : entry.outcome;
};

/** @param expected for those that differ from a healthy world */
const differences = (
  { endpoints }: RunRecord,
  expected: (url: string) => RegExp | undefined = () => undefined,
): string[] => [
  ...Object.keys(endpoints).flatMap((url) => (URLS.includes(url) ? [] : [`${url}: nobody of the catalogue`])),
  ...URLS.flatMap((url) => {
    const word = wordOf(endpoints[url]);
    const wanted = expected(url) ?? healthy(url);
    return wanted.test(word) ? [] : [`${url}: ${word}, not ${wanted.source}`];
  }),
];

const DEAD = ['turn.matrix.org', 'worldaz.relay.teams.microsoft.com', '91.108.9.35'];
const LAPSED = 'stun.threema.ch';
const MOVED = 'turn.threema.ch';
const UNTRUSTED = 'matrix.org';
const NOISY = 'zoom.us';
const NO_STUN = 'coturn-0.coturn.calling-prod-v01.wire.com';

/** A relay that has moved in with another host, which has one on the same port, and has left its old address. */
const moved = (): Fault[] => [silence(host(MOVED)), poisonDns(host(MOVED), addressOf('turn.simplex.im'))];

const FAULTS = (): Fault[] => [
  silence(host(...DEAD)),
  poisonToNowhere(host(LAPSED)),
  ...moved(),
  badCertificate(host(UNTRUSTED), 'untrusted'),
  hostileAnswer(host(NOISY), 'huge-header'),
  impostorStun(host(NO_STUN), 'garbage'),
];

function saidOfFaults(url: string): RegExp | undefined {
  const at = urlHost(url);
  if (DEAD.includes(at) || at === LAPSED) return /^silent$/;
  if (at === UNTRUSTED) return /^failed UNABLE_TO_VERIFY_LEAF_SIGNATURE$/;
  if (at === NOISY) return /^failed HPE_HEADER_OVERFLOW$/;
  return at === NO_STUN ? /^failed NOT_STUN$/ : undefined;
}

/** The same, days later. */
const later = (run: RunRecord, days: number): RunRecord => ({
  ...run,
  takenAt: new Date(Date.parse(run.takenAt) + days * 86_400_000).toISOString(),
});

const standings = ({ endpoints }: HealthRecord, standing: string): string[] =>
  Object.keys(endpoints).filter((url) => standingOf(endpoints[url]) === standing);

export function healthStatements(lab: Lab): Statement[] {
  /** Kept from statement to statement. */
  let open: RunRecord | undefined;
  let faulty: RunRecord | undefined;
  return [
    {
      says: 'on an open network every endpoint of the catalogue answers',
      async prove() {
        await lab.reset();
        const { code, said, record } = await runHealth(lab);
        open = record;
        return record ? differences(record) : [`ended with ${code}: ${said}`];
      },
    },
    {
      says: 'it contacts nobody else, and nobody more than once but the controls',
      async prove() {
        const contacts = (await lab.contacts()).map((contact) => contact.host);
        const hosts = new Set(URLS.map(urlHost));
        const { requests } = await lab.log();
        const controls = new Set(TARGETS.flatMap(({ url, control }) => (control ? [urlHost(url)] : [])));
        const asked = requests
          .map((request) => `${request.scheme}://${request.host}${request.path}`)
          .filter((url) => !controls.has(urlHost(url)));
        return [
          ...contacts.flatMap((name) => (hosts.has(name) || name === '(resolver)' ? [] : [`contacted ${name}`])),
          ...asked.flatMap((url, at) => (asked.indexOf(url) === at ? [] : [`asked twice: ${url}`])),
          ...requests.flatMap(({ headers, host }) =>
            headers.cookie || headers.referer ? [`${host} got too much`] : [],
          ),
        ];
      },
    },
    {
      says: 'dead, lapsed, moved, distrusted and garbled endpoints are said to be so, and no other',
      async prove() {
        await lab.apply(FAULTS());
        const { code, said, record } = await runHealth(lab);
        await lab.apply([]);
        faulty = record;
        return record ? differences(record, saidOfFaults) : [`ended with ${code}: ${said}`];
      },
    },
    {
      says: 'of these, who is not heard for 30 days is demoted, for 90 days retired, and who answers comes back',
      async prove() {
        if (!open || !faulty) return ['the runs before this one failed'];
        const unheard = URLS.filter(saidOfFaults).sort();
        const first = merge(NO_HEALTH, [open, later(faulty, 7)], URLS);
        // Not asked for more than two weeks, silence would begin anew.
        const demoted = merge(
          first,
          [21, 35, 37].map((days) => later(faulty as RunRecord, days)),
          URLS,
        );
        const retired = merge(demoted, [later(faulty, 97)], URLS);
        const back = merge(retired, [later(open, 104)], URLS);
        const wrong = (what: string, found: readonly string[], wanted: readonly string[]) =>
          found.join() === wanted.join() ? [] : [`${what}: ${found.join(', ')}`];
        return [
          ...wrong('demoted at first', standings(first, 'demoted'), []),
          ...wrong('demoted after 30 days', standings(demoted, 'demoted'), unheard),
          ...wrong('retired after 90 days', standings(retired, 'retired'), unheard),
          ...wrong(
            'silent in the end',
            Object.keys(back.endpoints).filter((url) => back.endpoints[url]?.silentSince),
            [],
          ),
          ...wrong(
            'said to be back',
            changes(retired, back).map((line) => line.split(' ')[0] ?? ''),
            unheard,
          ),
        ];
      },
    },
    {
      says: 'with IPv6 both families are asked, and one that swallows every packet silences nobody',
      async prove() {
        const wrong: string[] = [];
        for (const [how, answered] of [
          ['working', 2],
          ['broken', 1],
        ] as const) {
          await lab.apply([ipv6(how)]);
          const { code, said, record } = await runHealth(lab, '--only', 'threema');
          if (!record) wrong.push(`${how}: ended with ${code}: ${said}`);
          for (const [url, entry] of Object.entries(record?.endpoints ?? {})) {
            const counts = 'answered' in entry ? `${entry.asked} ${entry.answered}` : wordOf(entry);
            const wanted = isIPv4Literal(url) ? '1 1' : `2 ${answered}`;
            if (counts !== wanted) wrong.push(`${how}: ${url}: ${counts}, not ${wanted}`);
          }
        }
        await lab.apply([]);
        return wrong;
      },
    },
    {
      says: 'where all UDP is dropped, what goes over UDP is not asked, and all else answers',
      async prove() {
        await lab.apply([dropAllUdp()]);
        const { code, said, record } = await runHealth(lab);
        await lab.apply([]);
        if (!record) return [`ended with ${code}: ${said}`];
        return differences(record, (url) => (transportOf(url) === 'udp' ? /^not-asked NO_UDP$/ : undefined));
      },
    },
    {
      says: 'where the controls are dead, nothing is recorded, and it says so',
      async prove() {
        const web = TARGETS.flatMap(({ url, control }) => (control?.kind === 'https' ? [urlHost(url)] : []));
        await lab.apply([silence(controlsOf('https')), silence(host(...web))]);
        const { code, said, record } = await runHealth(lab);
        await lab.apply([]);
        return code === 3 && !record && said.includes('Nothing is recorded') ? [] : [`ended with ${code}: ${said}`];
      },
    },
    {
      says: 'a few services can be asked, and the controls with them',
      async prove() {
        const { record } = await runHealth(lab, '--only', 'threema');
        const wanted = targetsOf(serviceRecords(), controlRecords(), ['threema']).map(({ url }) => url);
        const found = Object.entries(record?.endpoints ?? {}).flatMap(([url, { outcome }]) =>
          outcome === 'answered' ? [url] : [],
        );
        return found.join() === wanted.sort().join() ? [] : [`answered: ${found.join(', ')}`];
      },
    },
  ];
}
