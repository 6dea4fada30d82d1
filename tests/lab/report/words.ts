import type { Mechanism } from '../../../core/vocabulary.ts';
import type { Path } from '../scenario.ts';
import type { Outcome, Place } from './outcome.ts';
import { KINDS, type Kind, truthOf } from './truth.ts';

/** One word that was said of one service, beside what is really so. */
export interface Word extends Place {
  readonly kind: Kind;
  readonly truth: Path;
  readonly by?: readonly Mechanism[];
  readonly beyond?: string;
  readonly explained: boolean;
  readonly round: number;
  /** Rounds that the phase has. */
  readonly rounds: number;
  readonly state: string;
  readonly mechanism?: Mechanism;
}

/** States by which a service is accused of being blocked. */
const ACCUSING: readonly string[] = ['likely-blocked', 'unreachable'];
export const accuses = ({ state }: Pick<Word, 'state'>): boolean => ACCUSING.includes(state);

/** Green, of calls or of messages. */
export const praises = ({ state }: Pick<Word, 'state'>): boolean => state === 'clear' || state === 'reachable';

export const isLast = ({ round, rounds }: Word): boolean => round === rounds;

/** Every word of every round. */
export const wordsOf = (outcomes: readonly Outcome[]): Word[] =>
  outcomes.flatMap(({ name, browser, scenario, played }) =>
    played.flatMap(({ phase, document }, index) =>
      document.eachRound.flatMap(({ round, services }) =>
        services.flatMap((said) => {
          const { by, untold, beyond, ...paths } = truthOf(phase, said.id);
          return KINDS.map((kind): Word => {
            const { state, mechanism } = said[kind];
            return {
              ...{ scenario: name, phase: index + 1, browser, service: said.id },
              ...{ kind, truth: paths[kind] ?? 'open', round, rounds: document.eachRound.length, state },
              ...(by && !untold?.includes(browser) && { by }),
              ...(beyond !== undefined && { beyond }),
              ...(mechanism && { mechanism }),
              explained: scenario.explained ?? false,
            };
          });
        }),
      ),
    ),
  );
