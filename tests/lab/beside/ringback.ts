import type { ServiceVerdict } from '../../../scripts/check/document.ts';
import type { Played } from '../report/outcome.ts';
import { atProductPaceMs } from '../report/times.ts';
import { accuses, praises } from '../report/words.ts';
import type { Answer, Claim } from './claim.ts';

/** What Ringback itself said, as the others' answers are written. */
export function ringbackSaid({ document: { eachRound }, bytes }: Played): Pick<Answer, 'claims' | 'seconds' | 'bytes'> {
  const last = eachRound.at(-1)?.services ?? [];
  const durations = eachRound.map(({ durationMs }) => durationMs);
  const settled = eachRound.findLastIndex(({ services }) => statesOf(services) !== statesOf(last)) + 2;
  return {
    claims: Object.fromEntries(
      last.map(({ id, calls, messages }) => [id, { calls: claimOf(calls), messages: claimOf(messages) }]),
    ),
    seconds: atProductPaceMs(durations, settled) / 1000,
    bytes,
  };
}

const statesOf = (services: readonly ServiceVerdict[]): string =>
  services.map(({ id, calls, messages }) => `${id} ${calls.state} ${messages.state}`).join();

function claimOf(said: ServiceVerdict['calls'] | ServiceVerdict['messages']): Claim {
  const says = accuses(said) ? 'blocked' : praises(said) ? 'open' : 'nothing';
  return { says, ...(said.mechanism && { mechanism: said.mechanism }) };
}
