import type { Control } from '../../core/catalogue/runtime.ts';
import type { Observation } from '../../core/evidence/observation.ts';
import { networkKey } from '../../core/network/key.ts';
import type { ServiceAssessment } from '../../core/verdict/snapshot.ts';
import { accuses } from '../../core/verdict/words.ts';
import { openEars } from '../../platform/ears.ts';
import { openIce } from '../../platform/ice.ts';
import { lookLong } from '../../probes/long-look.ts';

type Observations = ReadonlyMap<string, Observation>;

/** Chromium only. Looks after a round at hosts whose silence it could not explain. Kept as long as the worker lives: the rounds that confirm follow soon. */
export interface LongLooks {
  /** Puts in what was found about hosts that are silent again on the same network. */
  recall(observations: Observations): Observations;
  /** Looks at one host of each service that is accused. Resolves to false when there was none to look at. */
  look(observations: Observations, services: readonly ServiceAssessment[], salt: string): Promise<boolean>;
}

/** What was found holds for so long, ms. */
const FRESH_MS = 10 * 60_000;

export function createLongLooks(controls: readonly Control[]): LongLooks {
  const found = new Map<string, Observation>();
  const nameOf = (observations: Observations, url: string) => `${networkKey(observations.values(), controls)} ${url}`;
  const isVague = ({ transport, outcome, mechanism, probe }: Observation) =>
    transport === 'tls' && probe === 'https' && outcome === 'silent' && mechanism === 'unknown';

  return {
    recall: (observations) =>
      new Map(
        [...observations].map(([url, seen]) => {
          const { depth, mechanism, startedAt } = found.get(nameOf(observations, url)) ?? seen;
          const isFresh = mechanism && Math.abs(seen.startedAt - startedAt) < FRESH_MS && isVague(seen);
          return [url, isFresh ? { ...seen, depth, mechanism } : seen];
        }),
      ),
    async look(observations, services, salt) {
      const hosts = services
        .filter(({ messages }) => accuses(messages.state) && messages.mechanism === 'unknown')
        .flatMap(({ evidence }) => evidence.find(({ observation: seen }) => seen && isVague(seen))?.observation ?? []);
      const ears = openEars();
      if (hosts.length === 0 || ears === null) return false;
      const ice = openIce(salt);
      try {
        const seen = await Promise.all(hosts.map((host) => lookLong(host, ice.ask, ears)));
        for (const one of seen) found.set(nameOf(observations, one.url), one);
        return true;
      } finally {
        ears.close();
        await ice.close();
      }
    },
  };
}
