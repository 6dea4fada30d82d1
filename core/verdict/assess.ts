import { callsThatCount } from '../call/remembered.ts';
import { portOf } from '../catalogue/endpoint.ts';
import type { Control, Service } from '../catalogue/runtime.ts';
import { failOpen, learn } from '../evidence/line.ts';
import { isDead, type Memory, recall, remember, UNIDENTIFIED } from '../evidence/memory.ts';
import { standing } from '../evidence/sequential.ts';
import { networkKey } from '../network/key.ts';
import { isOwn } from '../own/server.ts';
import { Book } from './book.ts';
import { closedPorts, operatorLoss, silentControls } from './controls-line.ts';
import { judgeNetwork } from './judge-network.ts';
import { judgeService } from './judge-service.ts';
import { networkFacts, UDP_WALK } from './network-facts.ts';
import { reread } from './reread.ts';
import { answered, controlGroups, type Round } from './round.ts';
import type { ControlGroup, ServiceAssessment, Snapshot } from './snapshot.ts';
import { voter } from './vote.ts';

/** A round judged: what to show, and what to remember. Pure: the same round and memory give the same assessment. */
export interface Assessment {
  readonly network: Snapshot['network'];
  readonly services: readonly ServiceAssessment[];
  readonly controls: readonly ControlGroup[];
  readonly memory: Memory;
}

/**
 * @param seen what the round saw
 * @param services those to judge; while a round is under way, those of which everything has been heard
 * @param memory what earlier rounds left; the returned one has this round's step in it
 */
export function assess(
  seen: Round,
  services: readonly Service[],
  controls: readonly Control[],
  memory: Memory,
): Assessment {
  const round = reread(seen, controls, ownUrls(services));
  const key = networkKey(round.observations.values(), controls);
  const before = recall(memory, key ?? UNIDENTIFIED, round.at);

  const groups = controlGroups(round, controls);
  const closed = closedPorts(round, controls);
  const isNoNews = (url: string) => isDead(memory, before, url) || closed.has(portOf(url));
  const loss = {
    udp: learn(before.loss.udp, operatorLoss(round, controls, isNoNews, 'stun')),
    tcp: learn(before.loss.tcp, operatorLoss(round, controls, isNoNews, 'https')),
  };
  const pOpen = { udp: failOpen(loss.udp), tcp: failOpen(loss.tcp) };

  const book = new Book(before, round.at, pOpen);

  const facts = networkFacts(round, controls, groups, pOpen, (outcome) =>
    standing(book.step(UDP_WALK, outcome, 'udp')),
  );
  const voteOf = voter(round, memory);
  const calls = callsThatCount(before.calls, round.call, round.at);
  const judged = services.map((service) =>
    judgeService(service, round, facts, voteOf, memory, book, calls[service.id]),
  );
  const network = judgeNetwork(key, facts, judged, book);

  const remembered = {
    lastRoundAt: round.at,
    loss,
    silentControls: silentControls(memory, before, round, controls, groups),
    walks: book.walks,
    since: book.since,
    calls,
  };
  return {
    network,
    services: judged,
    controls: groups,
    memory: remember(memory, key ?? UNIDENTIFIED, remembered, votes(round)),
  };
}

/** Addresses that only servers of the person's own have. */
function ownUrls(services: readonly Service[]): ReadonlySet<string> {
  const urls = (own: boolean) =>
    services.filter(({ id }) => isOwn(id) === own).flatMap(({ endpoints }) => endpoints.map(({ url }) => url));
  const listed = new Set(urls(false));
  return new Set(urls(true).filter((url) => !listed.has(url)));
}

const votes = (round: Round): Record<string, number> =>
  Object.fromEntries(
    [...round.observations.values()].filter(answered).map(({ url, startedAt }) => [url, startedAt] as const),
  );
