import type { Service } from '../../core/catalogue/runtime.ts';
import type { Memory } from '../../core/evidence/memory.ts';
import type { Observation } from '../../core/evidence/observation.ts';
import { assess } from '../../core/verdict/assess.ts';
import type { ServiceAssessment } from '../../core/verdict/snapshot.ts';
import { isWord } from '../../core/verdict/words.ts';
import { progressItem } from '../../platform/storage.ts';
import type { Plan } from '../../probes/plan.ts';

/** Stored at most this often while answers pour in, ms. */
const PUBLISH_MS = 150;

export interface Publisher {
  begin(): Promise<void>;
  update(observations: ReadonlyMap<string, Observation>, finished: ReadonlySet<string>): void;
  end(): Promise<void>;
  /** When the first word about a service was published, ms after the start. */
  firstWordMs(): number | null;
}

/** Makes a running round visible: how far it is, and each service as soon as all of it has been heard. */
export function createPublisher(options: {
  readonly at: number;
  readonly lastsMs: number;
  readonly plan: Plan;
  readonly services: readonly Service[];
  readonly memory: Memory;
}): Publisher {
  const { at, lastsMs, plan, services, memory } = options;
  const roundId = crypto.randomUUID();
  // Portals and relays among the controls are asked only where others are silent.
  const controls = plan.controls.filter(({ kind }) => kind === 'stun' || kind === 'https');
  const total = plan.roles.length + controls.length;
  const began = performance.now();
  let firstWord: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  let latest: { done: number; services: readonly ServiceAssessment[] } = { done: 0, services: [] };

  const write = async () => {
    if (over) return;
    if (firstWord === null && latest.services.length > 0) firstWord = Math.round(performance.now() - began);
    await progressItem.setValue({ roundId, startedAt: at, expiresAt: at + lastsMs, total, ...latest });
  };

  return {
    begin: write,
    update(observations, finished) {
      // The survey's own collections: when the timer fires they hold what has come in since.
      timer ??= setTimeout(() => {
        timer = undefined;
        const complete = services.filter(({ id }) =>
          plan.roles.every(({ name, service }) => service !== id || finished.has(name)),
        );
        const round = { at, observations, online: true, outages: new Set<string>() };
        const assessed = assess(round, complete, [...plan.controls, ...plan.reserve], memory).services;
        // Controls may still be on their way: what they leave open so far is not worth a word.
        latest = {
          done: finished.size + controls.filter(({ url }) => observations.has(url)).length,
          services: assessed.filter(isWord),
        };
        void write().catch(() => {});
      }, PUBLISH_MS);
    },
    async end() {
      over = true;
      clearTimeout(timer);
      await progressItem.setValue(null);
    },
    firstWordMs: () => firstWord,
  };
}
