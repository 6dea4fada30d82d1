import type { FeedProblem, FeedState, StoredEdition } from '../../../core/feed/feed.ts';
import type { Contact } from '../router/traffic.ts';
import type { RequestSeen, WorldLog } from '../world/state.ts';
import { MIRROR_HOSTS, type Mirror, mirrorHost, mirrorNames } from './hosts.ts';

/** All mirrors tell the same. */
export const eachTells = (problem: FeedProblem | null): Readonly<Record<Mirror, FeedProblem | null>> => ({
  a: problem,
  b: problem,
  c: problem,
});

/** What must have come of looking for a newer edition, and what its storage must hold. */
export interface EditionExpectation {
  /** Serial of the fetched edition that is kept; null: the package's own is all there is. */
  readonly serial: number | null;
  /**
   * What must be recorded of each mirror that was asked, null for a good file. They are asked in random order until one is good, so who comes after a
   * good one is not asked. `nobody`: not a packet went to any mirror, and no name of one was looked up. `unfinished`: somebody was asked, and the look came to no end.
   */
  readonly tries: 'nobody' | 'unfinished' | Readonly<Record<Mirror, FeedProblem | null>>;
  /** The file that is here was asked for by its tag, and came no second time. */
  readonly unchanged?: true;
}

/** What a phase left behind. */
export interface Look {
  readonly edition: StoredEdition | null;
  /** Null: no look was recorded since the browser was started. */
  readonly feed: FeedState | null;
}

interface Traffic {
  readonly log: WorldLog;
  readonly contacts: readonly Pick<Contact, 'host'>[];
}

export function editionDifferences({ edition, feed }: Look, wanted: EditionExpectation, traffic: Traffic): string[] {
  const serial = edition?.edition.serial ?? null;
  const requests = traffic.log.requests.filter(({ host }) => MIRROR_HOSTS.includes(host));
  return [
    ...(serial === wanted.serial ? [] : [`the edition that is kept: ${serial}, not ${wanted.serial}`]),
    ...triesDifferences(feed, wanted.tries, requests, traffic),
    ...requests.flatMap(tellsTooMuch),
    ...(wanted.unchanged && !requests.every(({ headers }) => headers['if-none-match'])
      ? ['a file that is here was fetched again']
      : []),
  ];
}

function triesDifferences(
  feed: FeedState | null,
  wanted: EditionExpectation['tries'],
  requests: readonly RequestSeen[],
  traffic: Traffic,
): string[] {
  if (wanted === 'nobody') return contactedAnyway(traffic);
  if (wanted === 'unfinished') return requests.length > 0 ? [] : ['no mirror was asked'];
  return unlikeTries(feed, wanted, requests);
}

function contactedAnyway({ log, contacts }: Traffic): string[] {
  const met = [...contacts.map(({ host }) => host), ...log.names.map(({ name }) => name)];
  return [...new Set(met)].filter((host) => MIRROR_HOSTS.includes(host)).map((host) => `${host} was contacted`);
}

function unlikeTries(
  feed: FeedState | null,
  wanted: Readonly<Record<Mirror, FeedProblem | null>>,
  requests: readonly RequestSeen[],
): string[] {
  if (!feed) return ['no look for a newer edition was recorded'];
  const told = feed.tries.map(({ mirror, problem }) => ({ host: new URL(mirror).hostname, problem }));
  const of = new Map(mirrorNames.map((name) => [mirrorHost(name), wanted[name]] as const));
  const wrong = told.flatMap(({ host, problem }) =>
    problem === of.get(host) ? [] : [`${host}: ${problem ?? 'fine'}, not ${of.get(host) ?? 'fine'}`],
  );
  const good = told.findIndex(({ problem }) => problem === null);
  const end = good === -1 ? mirrorNames.length : good + 1;
  // One that did not answer may have been asked again by the browser itself.
  const often = told.flatMap(({ host, problem }) => {
    const count = requests.filter((request) => request.host === host).length;
    return problem === 'unreachable' || count === 1 ? [] : [`${host} was asked ${count} times`];
  });
  return [
    ...wrong,
    ...often,
    ...(told.length === end && new Set(told.map(({ host }) => host)).size === end
      ? []
      : [`mirrors asked: ${told.map(({ host }) => host).join(', ')}; the first good one should end it`]),
  ];
}

/** Nothing of the person. The origin is the browser's to tell: Firefox has a name of its own there for each installation. */
function tellsTooMuch({ host, path, method, headers }: RequestSeen): string[] {
  return [
    ...(method === 'GET' && path === '/feed.json' ? [] : [`${host}: ${method} ${path}`]),
    ...['cookie', 'referer', 'authorization'].flatMap((name) =>
      headers[name] === undefined ? [] : [`${host} was told ${name}: ${headers[name]}`],
    ),
  ];
}
