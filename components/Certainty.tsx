import type { Judgement } from '../core/verdict/snapshot.ts';
import type { CallState, NetworkState } from '../core/vocabulary.ts';
import { roundsPhrase } from './reason.ts';
import { agreeingRounds } from './rounds.ts';
import { format, t } from './text.ts';

interface Props {
  readonly judgement: Judgement<CallState> | Judgement<NetworkState>;
  readonly now: number;
}

/** How sure, and since when: a pip a round, filled where the round says what the verdict says; then the same in words. */
export function Certainty({ judgement, now }: Props) {
  const { rounds, since } = judgement;
  const agreeing = agreeingRounds(judgement);
  return (
    <p class="certainty">
      {agreeing > 0 && (
        <>
          <Pips agreeing={agreeing} rounds={rounds} />
          <bdi>{roundsPhrase(agreeing, rounds)}</bdi>
          <span aria-hidden="true"> · </span>
        </>
      )}
      <bdi>{t('since', format.moment(since, now))}</bdi>
    </p>
  );
}

/** More than this are told in words only. */
const MOST = 6;

const Pips = ({ agreeing, rounds }: { agreeing: number; rounds: number }) =>
  rounds > MOST ? null : (
    <span class="pips" aria-hidden="true">
      {Array.from({ length: rounds }, (_, round) => (
        <i key={round} class={round < agreeing ? 'pip' : 'pip pip-empty'} />
      ))}
    </span>
  );
