import { CAP, failOpen, NO_LOSS } from '../../core/evidence/line.ts';
import { falseWords, saidBy } from './false-words.ts';
import { type Setting, story } from './story.ts';
import { VirtualTime } from './virtual-time.ts';

/** What is counted over many stories. Counts of parts add up to the count of the whole. */

/** A false word may come up in any of so many rounds. */
export const OPEN_ROUNDS = 10;
/** Rounds after which a block that has not been named yet counts as missed. */
export const MISSED_AFTER = [3, 5, 8] as const;
const BLOCKED_ROUNDS = 12;

export interface OpenCount {
  readonly runs: number;
  readonly rounds: number;
  /** Runs in which anything was ever said falsely, and in which it was said of `viber/calls`, `viber/messages`, the `network`. */
  readonly accused: number;
  readonly by: Readonly<Record<string, number>>;
  /** Rounds after which the network was `insufficient`. */
  readonly undecided: number;
  /** What was learned of P(fail | open) over UDP and TCP, summed over all rounds, the cap for those in which it was beyond. */
  readonly learned: Readonly<Record<'udp' | 'tcp', number>>;
}

export const countOpen = (setting: Setting, seeds: Iterable<number>): Promise<OpenCount> =>
  VirtualTime.during(async (time) => {
    const by: Record<string, number> = {};
    const learned = { udp: 0, tcp: 0 };
    const count = { runs: 0, rounds: 0, accused: 0, undecided: 0 };
    for (const seed of seeds) {
      const said = new Set<string>();
      let round = 0;
      for await (const assessment of story(setting, seed, time)) {
        for (const what of falseWords(saidBy(assessment))) said.add(what);
        if (assessment.network.state === 'insufficient') count.undecided++;
        const loss = Object.values(assessment.memory.networks)[0]?.loss;
        learned.udp += failOpen(loss?.udp ?? NO_LOSS) ?? CAP;
        learned.tcp += failOpen(loss?.tcp ?? NO_LOSS) ?? CAP;
        if (++round === OPEN_ROUNDS) break;
      }
      for (const what of said) by[what] = (by[what] ?? 0) + 1;
      count.runs++;
      count.rounds += round;
      if (said.size > 0) count.accused++;
    }
    return { ...count, by, learned };
  });

export interface BlockedCount {
  readonly runs: number;
  /** Runs in which the block was not named within so many rounds. */
  readonly missed: Readonly<Record<string, number>>;
  /** Rounds until it was named; as many as there were where it never was. */
  readonly rounds: number;
  readonly never: number;
}

/** @param setting with a block */
export const countBlocked = (setting: Setting, seeds: Iterable<number>): Promise<BlockedCount> =>
  VirtualTime.during(async (time) => {
    const missed: Record<string, number> = Object.fromEntries(MISSED_AFTER.map((rounds) => [rounds, 0]));
    const count = { runs: 0, rounds: 0, never: 0 };
    for (const seed of seeds) {
      let round = 0;
      let named = false;
      for await (const { services } of story(setting, seed, time)) {
        round++;
        named = services.some(({ id, calls }) => id === setting.block?.service && calls.state === 'likely-blocked');
        if (named || round === BLOCKED_ROUNDS) break;
      }
      count.runs++;
      count.rounds += round;
      if (!named) count.never++;
      for (const most of MISSED_AFTER) if (!named || round > most) missed[most] = (missed[most] ?? 0) + 1;
    }
    return { ...count, missed };
  });
