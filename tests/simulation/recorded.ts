import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Observation } from '../../core/evidence/observation.ts';
import type { CheckDocument } from '../../scripts/check/document.ts';

/** What real browsers saw and said on open lines of the lab, kept small: see `record.ts`. */

export const FOLDER = join(import.meta.dirname, 'recorded');

/** One file, for one browser. */
export interface Recording {
  readonly browser: string;
  /** Every question that a round may put. */
  readonly urls: readonly string[];
  /** Every way in which one ended. */
  readonly endings: readonly Ending[];
  /** Ids of the services that were checked. */
  readonly services: readonly string[];
  readonly lines: readonly RecordedLine[];
}

export interface RecordedLine {
  /** In words: `10 % lost each way, 40 ms`. */
  readonly line: string;
  readonly rounds: readonly RecordedRound[];
}

export interface RecordedRound {
  /** In the order of `urls`: index of the ending, and the time it took in ms; null where the round did not ask. */
  readonly seen: readonly (readonly [ending: number, ms: number] | null)[];
  readonly network: string;
  /** In the order of `services`: what was said of calls and of messages. */
  readonly said: readonly (readonly [calls: string, messages: string])[];
}

type Ending = Pick<Observation, 'outcome' | 'depth' | 'mechanism' | 'code' | 'probe' | 'transport'>;

/** What a round saw, by address. */
export type Seen = ReadonlyMap<string, Observation>;

export function toRecording(
  browser: string,
  lines: readonly { readonly line: string; readonly document: CheckDocument }[],
): Recording {
  const all = lines.flatMap(({ document }) => document.observations);
  const urls = [...new Set(all.map(({ url }) => url))].sort();
  const endings = new Map<string, Ending>();
  const indexOf = ({ outcome, depth, mechanism, code, probe, transport }: Ending): number => {
    const ending = { probe, transport, outcome, depth, ...(mechanism && { mechanism }), ...(code && { code }) };
    const key = JSON.stringify(ending);
    endings.set(key, ending);
    return [...endings.keys()].indexOf(key);
  };
  const compact = ({ eachRound, observations }: CheckDocument): RecordedRound[] =>
    eachRound.map(({ round, network, services }) => {
      const own = new Map(observations.filter((seen) => seen.round === round).map((seen) => [seen.url, seen]));
      const seen = urls.map((url) => {
        const one = own.get(url);
        return one ? ([indexOf(one), one.durationMs] as const) : null;
      });
      return {
        seen,
        network: network.state,
        said: services.map(({ calls, messages }) => [calls.state, messages.state] as const),
      };
    });
  const compacted = lines.map(({ line, document }) => ({ line, rounds: compact(document) }));
  const services = lines[0]?.document.services.map(({ id }) => id) ?? [];
  return { browser, urls, endings: [...endings.values()], services, lines: compacted };
}

/** One round a line, so that it can be read and compared. */
export function print({ lines, ...recording }: Recording): string {
  const parts = lines.map(({ line, rounds }) => {
    const each = rounds.map((round) => JSON.stringify(round)).join(',\n');
    return `{"line":${JSON.stringify(line)},"rounds":[\n${each}\n]}`;
  });
  return `${JSON.stringify(recording).slice(0, -1)},"lines":[\n${parts.join(',\n')}\n]}\n`;
}

export const recordings = (): Recording[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Recording);

/**
 * The round's observations as the survey had handed them over. All were made behind one address, which is not kept: it gets a fingerprint
 * that stands for it.
 */
export function observationsOf({ urls, endings }: Recording, { seen }: RecordedRound): Seen {
  const seenFrom = { family: 4 as const, fingerprint: 'recorded' };
  return new Map(
    urls.flatMap((url, index) => {
      const one = seen[index];
      const ending = one && endings[one[0]];
      if (!one || !ending) return [];
      const told = ending.probe === 'stun' && ending.outcome === 'answered' && { seenFrom };
      return [[url, { url, ...ending, startedAt: 0, durationMs: one[1], ...told }] as const];
    }),
  );
}
