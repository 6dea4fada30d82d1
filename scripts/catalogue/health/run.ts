import { setTimeout as sleep } from 'node:timers/promises';
import { transportOf } from '../../../core/catalogue/endpoint.ts';
import type { Entry } from './record.ts';
import { sorted } from './record.ts';
import type { Target } from './targets.ts';

export interface Asking {
  readonly targets: readonly Target[];
  readonly ask: (target: Target) => Promise<Entry>;
  /** 0 to 1, as `Math.random`. */
  readonly random: () => number;
  /** From the start of one question to the start of the next, ms. */
  readonly pause: number;
}

export type Run =
  | { readonly udp: boolean; readonly endpoints: Readonly<Record<string, Entry>> }
  /** The line is not fit to judge anybody. */
  | { readonly unfit: string };

/** Controls of so many operators have to answer, before and after. */
const QUORUM = 2;

/**
 * Asks everybody once, in random order. A dead line would make the whole catalogue look dead: the controls come first, and once more at the
 * end, and where they are silent nothing is recorded as silent.
 */
export async function healthRun(asking: Asking): Promise<Run> {
  const controls = asking.targets.filter(({ control }) => control);
  const others = asking.targets.filter(({ control }) => !control);

  const first = await askAll(asking, controls);
  const before = lineBy(controls, first);
  if (!before.https) return { unfit: 'Too few HTTPS controls answered: this machine seems to be offline.' };

  const asked = others.filter(({ url }) => before.udp || !isUdp(url));
  const rest = await askAll(asking, asked);

  const witnesses = onePerOperator(controls.filter(({ url }) => first.get(url)?.outcome === 'answered'));
  const after = lineBy(witnesses, await askAll(asking, witnesses));
  if (!after.https) return { unfit: 'The HTTPS controls fell silent during the run: this machine lost its line.' };

  const udp = before.udp && after.udp;
  const heard = new Map([...first, ...rest]);
  const carried = new Set(
    [...heard].flatMap(([url, { outcome }]) => (isRelay(url) && outcome === 'answered' ? transportOf(url) : [])),
  );
  const entries = asking.targets.map(({ url }): [string, Entry] => {
    const entry = heard.get(url);
    if (!entry || (isUdp(url) && !udp)) return [url, { outcome: 'not-asked', why: 'NO_UDP' }];
    // Where no relay answers, not even one of the controls, this line lets none through.
    return [url, isRelay(url) && !carried.has(transportOf(url)) ? { outcome: 'not-asked', why: 'NO_RELAY' } : entry];
  });
  return { udp, endpoints: sorted(Object.fromEntries(entries)) };
}

const isUdp = (url: string): boolean => transportOf(url) === 'udp';
const isRelay = (url: string): boolean => /^turns?:/.test(url);

async function askAll({ ask, random, pause }: Asking, targets: readonly Target[]): Promise<Map<string, Entry>> {
  const started: Promise<[string, Entry]>[] = [];
  for (const target of shuffled(targets, random)) {
    if (started.length > 0) await sleep(pause);
    started.push(ask(target).then((entry) => [target.url, entry]));
  }
  return new Map(await Promise.all(started));
}

function lineBy(controls: readonly Target[], heard: ReadonlyMap<string, Entry>): { https: boolean; udp: boolean } {
  const operators = (kind: 'stun' | 'https') =>
    new Set(
      controls.flatMap(({ url, control }) =>
        control?.kind === kind && heard.get(url)?.outcome === 'answered' ? [control.operator] : [],
      ),
    ).size;
  return { https: operators('https') >= QUORUM, udp: operators('stun') >= QUORUM };
}

const onePerOperator = (controls: readonly Target[]): Target[] => [
  ...new Map(controls.map((target) => [`${target.control?.kind} ${target.control?.operator}`, target])).values(),
];

/** Fisher and Yates. */
function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    [order[last], order[chosen]] = [order[chosen] as T, order[last] as T];
  }
  return order;
}
