import type { Contents } from '../../components/timeline/model.ts';
import { mergeSpells } from '../../core/history/changes-list.ts';
import { groupNetworks, isUnknown, type NetworkGroup } from '../../core/history/grouping.ts';
import { edgesOf, type Range } from '../../core/history/ranges.ts';
import { stripsOf, stripsOfDays } from '../../core/history/strip.ts';
import { readHistory } from '../../platform/history/reading.ts';

/** The last moment that a record may have. */
const END_OF_TIME = 8.64e15;

export async function readGroups(): Promise<NetworkGroup[]> {
  const { networks } = await readHistory({ from: 0, to: 0 }, []);
  return groupNetworks(networks);
}

/** What one network's part of the page is made from, and no more: a year is read from counted days. */
export async function readContents(group: NetworkGroup, range: Range, now: number): Promise<Contents> {
  const edges = edgesOf(range, now);
  const [from = 0] = edges;
  const isYear = range === 'year';
  const [{ rounds, days, spells, words, calls }, last] = await Promise.all([
    readHistory({ networks: group.keys, from, to: END_OF_TIME }, [
      isYear ? 'days' : 'rounds',
      'spells',
      'words',
      'calls',
    ]),
    readHistory({ networks: [group.keys[0]], from: group.lastAt, to: group.lastAt }, ['rounds']),
  ]);
  const newest = last.rounds[0] ?? null;
  // What happened on a network that could not be told belongs to that one.
  const isHere = ({ network }: { readonly network: string | null }) => network !== null || isUnknown(group);
  return {
    range,
    edges,
    strips: isYear ? stripsOfDays(edges, days) : stripsOf(edges, rounds),
    spells: mergeSpells(spells, [...rounds, ...last.rounds]),
    words: words.filter(isHere),
    calls: calls.filter(isHere),
    newest,
  };
}
