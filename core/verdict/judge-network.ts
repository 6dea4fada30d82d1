import { run } from '../evidence/sequential.ts';
import { isOwn } from '../own/server.ts';
import type { CallState } from '../vocabulary.ts';
import type { Book, Run } from './book.ts';
import { UDP_WALK } from './network-facts.ts';
import { decide, NETWORK_RULES, type NetworkFacts, type RuleId, type Tally } from './rules.ts';
import type { ServiceAssessment, Snapshot } from './snapshot.ts';
import { accuses } from './words.ts';

/** The network judged by its own facts and by what was found of its services. */
export function judgeNetwork(
  key: string | null,
  facts: NetworkFacts,
  services: readonly ServiceAssessment[],
  book: Book,
): Snapshot['network'] {
  const verdict = decide(NETWORK_RULES, tally(services), facts);
  const udpShut = verdict.rule === 'network.udp-blocked' || verdict.rule === 'network.udp-confirming';
  const counted = udpShut ? run(book.walk(UDP_WALK)) : networkRun(services);
  const mechanism = verdict.state === 'udp-blocked' ? 'udp.timeout' : undefined;
  return { ...book.judgement('network', verdict, counted, facts.asked, mechanism), key };
}

/** Rules that leave a service undecided on an open network too: no reason to withhold the network's green. */
const UNDECIDABLE: readonly RuleId[] = ['calls.signalling-untestable', 'calls.nothing-testable'];

function tally(assessed: readonly ServiceAssessment[]): Tally {
  const count = (...wanted: CallState[]) => assessed.filter(({ calls }) => wanted.includes(calls.state)).length;
  return {
    clear: count('clear'),
    impaired: count('impaired'),
    blocked: count('likely-blocked', 'unreachable'),
    suspected: count('suspected'),
    // A server of the person's own may be off, or never have worked: that says nothing of the network.
    undecided: assessed.filter(
      ({ id, calls }) => calls.state === 'insufficient' && !isOwn(id) && !UNDECIDABLE.includes(calls.rule),
    ).length,
  };
}

/** The rounds behind the network's verdict: those of the worst service that is accused, else the longest run in which nothing failed. */
function networkRun(assessed: readonly ServiceAssessment[]): Run {
  const runs = assessed.flatMap(({ calls, messages }) => [calls, messages]);
  const accused = runs
    .filter(({ state }) => accuses(state))
    .sort((a, b) => b.failing - a.failing || b.rounds - a.rounds);
  const good = runs.filter(({ failing }) => failing === 0).sort((a, b) => b.rounds - a.rounds);
  const { rounds, failing } = accused[0] ?? good[0] ?? { rounds: 0, failing: 0 };
  return { rounds, failing };
}
