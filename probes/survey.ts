import { transportOf } from '../core/catalogue/endpoint.ts';
import type { Control } from '../core/catalogue/runtime.ts';
import { type Carrier, carrierOf, patience, type Weather, weather } from '../core/evidence/line.ts';
import type { Observation } from '../core/evidence/observation.ts';
import { type Ask, answerOf } from './answer-of.ts';
import type { Plan, RolePlan } from './plan.ts';
import type { Stop } from './stop.ts';
import { anyAnswers, sleep, within } from './waiting.ts';

export interface SurveyOptions {
  readonly ask: Ask;
  /** Controls that used to answer here and no longer do: asked, and not taken as the line's fault. */
  readonly isDead: (url: string) => boolean;
  /** Questions start within this time, ms, in random order, so that a round is no burst with a signature. */
  readonly spreadMs: number;
  readonly random: () => number;
  /** Ends the round; what was heard until then is returned. */
  readonly signal: AbortSignal;
  /** Called after each observation, and once after each role. */
  readonly onProgress: (observations: ReadonlyMap<string, Observation>, finished: ReadonlySet<string>) => void;
}

/** After a role's first answer its other endpoints get this long, ms, to earn their votes. */
const GRACE_MS = 250;

/** The longest round trip that is added to the patience, ms. */
const MAX_ROUND_TRIP_MS = 1_000;
/** Controls of which none has answered in this time, ms, are helped out by others. */
const DOUBT_MS = 2_000;

/** A timer that is this late, ms, tells of a machine that slept or was too busy: answers may have come, and not been looked at yet … */
const STALLED_MS = 300;
/** … and get this long to be. */
const CATCH_UP_MS = 1_000;

/**
 * Asks everything in the plan: controls and targets in the same seconds, each for as long as is fair on this line, and later tiers of a
 * role only where the earlier ones gave no answer.
 */
export async function survey(plan: Plan, options: SurveyOptions): Promise<ReadonlyMap<string, Observation>> {
  const { ask, isDead, spreadMs, random, signal, onProgress } = options;
  const controls = [...plan.controls, ...plan.reserve];
  const observations = new Map<string, Observation>();
  const questions = new Map<string, { readonly controller: AbortController; readonly answer: Promise<Observation> }>();
  const wantedBy = new Map<string, Set<string>>();
  const finished = new Set<string>();
  let resolveLife: (alive: boolean) => void = () => {};
  /** True at the first answer of anybody, false when every control has ended without one. */
  const signOfLife = new Promise<boolean>((resolve) => {
    resolveLife = resolve;
  });

  const answered = (url: string) => observations.get(url)?.outcome === 'answered';
  /**
   * A private address may be a forged name's: the other hosts are asked as well, so that the verdict need not wonder what they would have
   * said. Unless a control has answered from one, too: a gateway carries everybody.
   */
  const isEnough = ({ remote }: Observation) =>
    remote !== 'private' || controls.some(({ url }) => answered(url) && observations.get(url)?.remote === 'private');

  const timeOf = (url: string): number | null => (answered(url) ? (observations.get(url)?.durationMs ?? null) : null);
  /** The fastest answer of each operator so far, null for those that have given none: one dead operator is one voice. */
  function operatorTimes(carrier: Carrier): (number | null)[] {
    const best = new Map<string, number | null>();
    for (const { kind, url, operator } of controls) {
      if (kind !== (carrier === 'udp' ? 'stun' : 'https') || isDead(url) || !questions.has(url)) continue;
      const times = [best.get(operator) ?? null, timeOf(url)].filter((time) => time !== null);
      best.set(operator, times.length > 0 ? Math.min(...times) : null);
    }
    return [...best.values()];
  }
  const heard = (carrier: Carrier): number[] => operatorTimes(carrier).filter((time) => time !== null);
  // Where UDP is silent for everybody, how the line is can be seen over TCP.
  const weatherNow = (carrier: Carrier): Weather => {
    const seen = heard(carrier).length > 0 ? carrier : 'tcp';
    return weather(operatorTimes(seen), seen);
  };
  /** A first answer that is later than this waited for a name server, not for the line. */
  const roundTrip = (): number => (heard('udp').length > 0 ? Math.min(...heard('udp'), MAX_ROUND_TRIP_MS) : 0);

  /** Asks once, whoever asks again gets the same answer. */
  function question(url: string, asker: string): Promise<Observation> {
    const askers = wantedBy.get(url) ?? new Set();
    wantedBy.set(url, askers.add(asker));
    const known = questions.get(url);
    // What one role let go unanswered, another may still need.
    if (known && known.controller.signal.reason !== ('not-needed' satisfies Stop)) return known.answer;

    const controller = new AbortController();
    const end = (reason: Stop) => controller.abort(reason);
    const onAbort = () => end('cancelled');
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    const put = async () => {
      await sleep(random() * spreadMs, controller.signal);
      const stopWaiting = waitFairly(carrierOf(transportOf(url)), () => end('silent'));
      try {
        return await answerOf(ask, url, controller.signal);
      } finally {
        stopWaiting();
        signal.removeEventListener('abort', onAbort);
      }
    };
    const answer = put().then((observation) => {
      // What has been proven, the end of a question that was let go before can't undo.
      if (!answered(url)) observations.set(url, observation);
      if (observation.outcome === 'answered') resolveLife(true);
      onProgress(observations, finished);
      return observation;
    });
    questions.set(url, { controller, answer });
    return answer;
  }

  /** Calls `giveUp` when a fair time has passed; how much that is, the controls show meanwhile. */
  function waitFairly(carrier: Carrier, giveUp: () => void): () => void {
    const began = performance.now();
    let timer: ReturnType<typeof setTimeout>;
    const lookAt = (due: number) => {
      timer = setTimeout(
        () => {
          const now = performance.now() - began;
          const fair = patience(carrier, weatherNow(carrier), roundTrip());
          if (fair > now + 50) lookAt(fair);
          else if (now > due + STALLED_MS) lookAt(now + CATCH_UP_MS);
          else giveUp();
        },
        Math.max(0, due - (performance.now() - began)),
      );
    };
    lookAt(patience(carrier, 'clean', roundTrip()));
    return () => clearTimeout(timer);
  }

  /** A role's answer is complete: nobody waits for the stragglers, unless another role still does. */
  function release(role: RolePlan): void {
    for (const url of role.tiers.flat()) {
      const askers = wantedBy.get(url);
      askers?.delete(role.name);
      if (askers?.size === 0 && !observations.has(url))
        questions.get(url)?.controller.abort('not-needed' satisfies Stop);
    }
  }

  async function askRole(role: RolePlan): Promise<void> {
    for (const tier of role.tiers) {
      // Later tiers look for another way to a service; where nothing at all answers there is none.
      if (tier !== role.tiers[0] && (!(await signOfLife) || signal.aborted)) break;
      const shuffled = tier.map((url) => ({ url, order: random() })).sort((a, b) => a.order - b.order);
      const answers = shuffled.map(({ url }) => question(url, role.name));
      if (await anyAnswers(answers, isEnough)) {
        const relays = tier.filter((url) => role.relaysWithVote.has(url)).map((url) => question(url, role.name));
        await within(GRACE_MS + 2 * roundTrip(), Promise.all(answers), signal);
        // A binding that answers does not speak for the relay beside it.
        if (relays.length > 0) await anyAnswers(relays);
        break;
      }
    }
    release(role);
    finished.add(role.name);
    onProgress(observations, finished);
  }

  async function askControls(): Promise<void> {
    const ask = (list: readonly Control[], kind: Control['kind']) =>
      list.filter((control) => control.kind === kind).map(({ url }) => question(url, 'controls'));
    const all = async (kind: Control['kind']) => {
      const first = await Promise.all(ask(plan.controls, kind));
      if (first.some(({ outcome }) => outcome !== 'answered') && !signal.aborted)
        await Promise.all(ask(plan.reserve, kind));
    };
    const answeredSoon = (kind: Control['kind']) => within(DOUBT_MS, anyAnswers(ask(plan.controls, kind)), signal);
    await Promise.all([
      // Plain HTTP tells a captive portal from no internet; only asked where nothing secure answers.
      answeredSoon('https').then(async (answer) => answer || signal.aborted || (await all('portal'))),
      // Whether relays over TCP pass where UDP does not.
      answeredSoon('stun').then(async (answer) => answer || !(await signOfLife) || (await all('relay'))),
      Promise.all([all('https'), all('stun')]).then(() => resolveLife(false)),
    ]);
  }

  await Promise.all([askControls(), ...plan.roles.map(askRole)]);
  await Promise.all([...questions.values()].map(({ answer }) => answer));
  return observations;
}
