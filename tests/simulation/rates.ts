import { failOpen } from '../../core/evidence/line.ts';
import { type Setting, story } from './story.ts';
import { VirtualTime } from './virtual-time.ts';

/** What is counted over many stories. Counts of parts add up to the count of the whole. */

/** Rounds after which a block that was not yet named counts as missed. */
export const MISSED_AFTER = [3, 5, 8] as const;
export const OPEN_ROUNDS = 10;
const BLOCKED_ROUNDS = 12;

export interface OpenCount {
  readonly runs: number;
  readonly rounds: number;
  /** Runs in which this was ever said falsely: of the calls or messages of a service by id, of any service, and that UDP is blocked. */
  readonly accused: Readonly<Record<string, number>>;
  readonly anyCalls: number;
  readonly any: number;
  readonly udpBlocked: number;
  /** Rounds that leave the network undecided, services whose calls they leave undecided or suspected, and all services in all rounds. */
  readonly networkUndecided: number;
  readonly undecided: number;
  readonly suspected: number;
  readonly verdicts: number;
  /** What the controls taught of P(fail | open) over UDP: the sum, and the rounds in which it was too high to judge anybody. */
  readonly learned: number;
  readonly beyondCap: number;
}

const isAccused = (state: string): boolean => state === 'likely-blocked' || state === 'unreachable' || state === 'down';

export const countOpen = (setting: Setting, seeds: Iterable<number>): Promise<OpenCount> =>
  VirtualTime.during((time) => openDuring(setting, seeds, time));

async function openDuring(setting: Setting, seeds: Iterable<number>, time: VirtualTime): Promise<OpenCount> {
  const accused: Record<string, number> = {};
  const count = { runs: 0, rounds: 0, anyCalls: 0, any: 0, udpBlocked: 0, networkUndecided: 0 };
  const services = { undecided: 0, suspected: 0, verdicts: 0, learned: 0, beyondCap: 0 };
  for (const seed of seeds) {
    const said = new Set<string>();
    let rounds = 0;
    let udpBlocked = false;
    for await (const { network, services: judged, memory } of story(setting, seed, time)) {
      for (const { id, calls, messages } of judged) {
        if (isAccused(calls.state)) said.add(`${id}/calls`);
        if (isAccused(messages.state)) said.add(`${id}/messages`);
        if (calls.state === 'insufficient') services.undecided++;
        if (calls.state === 'suspected') services.suspected++;
        services.verdicts++;
      }
      if (network.state === 'insufficient') count.networkUndecided++;
      if (network.state === 'udp-blocked') udpBlocked = true;
      const p = failOpen(Object.values(memory.networks)[0]?.loss.udp ?? { asked: 0, failed: 0 });
      if (p === null) services.beyondCap++;
      else services.learned += p;
      if (++rounds === OPEN_ROUNDS) break;
    }
    for (const what of said) accused[what] = (accused[what] ?? 0) + 1;
    count.runs++;
    count.rounds += rounds;
    if ([...said].some((what) => what.endsWith('/calls'))) count.anyCalls++;
    if (said.size > 0) count.any++;
    if (udpBlocked) count.udpBlocked++;
  }
  return { ...count, ...services, accused };
}

export interface BlockedCount {
  readonly runs: number;
  /** Runs in which the block was not yet named after so many rounds. */
  readonly missed: Readonly<Record<string, number>>;
  /** Rounds until it was named, summed over the runs in which it was. */
  readonly roundsToName: number;
  /** Not named at all within the rounds that were simulated. */
  readonly never: number;
}

export const countBlocked = (setting: Setting, seeds: Iterable<number>): Promise<BlockedCount> =>
  VirtualTime.during((time) => blockedDuring(setting, seeds, time));

async function blockedDuring(setting: Setting, seeds: Iterable<number>, time: VirtualTime): Promise<BlockedCount> {
  const missed: Record<string, number> = Object.fromEntries(MISSED_AFTER.map((rounds) => [rounds, 0]));
  const count = { runs: 0, roundsToName: 0, never: 0 };
  for (const seed of seeds) {
    let rounds = 0;
    let named = false;
    for await (const { services } of story(setting, seed, time)) {
      rounds++;
      named = services.some(({ id, calls }) => id === setting.block?.service && calls.state === 'likely-blocked');
      if (named || rounds === BLOCKED_ROUNDS) break;
    }
    count.runs++;
    if (named) count.roundsToName += rounds;
    else count.never++;
    for (const most of MISSED_AFTER) if (!named || rounds > most) missed[most] = (missed[most] ?? 0) + 1;
  }
  return { ...count, missed };
}
