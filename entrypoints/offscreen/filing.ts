import { type Filed, STILL_HERE_MS, UNKNOWN_NETWORK, type Whereabouts } from '../../core/history/place.ts';
import { networkHints } from '../../core/network/hints.ts';
import type { Ownership } from '../../core/network/operators.ts';
import { isSameExit } from '../../core/network/same-exit.ts';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import { readSnapshot } from '../../core/verdict/stored-snapshot.ts';
import { fileRound } from '../../platform/history/recorder.ts';
import type { Wishes } from '../../platform/messages.ts';
import { loadOperators } from '../../platform/operators.ts';
import { deviceCountries } from '../../platform/time-zone.ts';
import { addresses } from '../../probes/fingerprint.ts';
import { askWebExit } from '../../probes/web-exit.ts';

/** Keeps a round, and says what is known of its network. Apart from the page, which has nothing to file before the end of a round. */
export async function file(stored: Snapshot, whereabouts: Whereabouts, wishes: Wishes): Promise<Filed> {
  const snapshot = readSnapshot(stored);
  if (snapshot === null) throw new Error('the stored round is damaged');
  const address = whereabouts.address ?? addresses.get(snapshot.network.key ?? '') ?? null;
  const web = tellsWebExit(snapshot) && wishes.mayAskExit ? await lookUpWebExit() : null;
  const filed = await fileRound(
    snapshot,
    { ...whereabouts, address },
    {
      find,
      hints: (snapshot, found) => hints(snapshot, { ...found, address }, web),
      keepDays: wishes.keepDays,
    },
  );
  if (web === null || filed.place.key !== UNKNOWN_NETWORK) return filed;
  // Nothing else tells where this is. The history goes on calling the network unknown: many may share a proxy.
  const { asn, operator, country, hosting } = web;
  return { ...filed, place: { ...filed.place, asn, operator, country, hosting } };
}

const find = async (address: string) => (await loadOperators()).find(address);

/** Whose an address is. */
interface Owned<Address> extends Ownership {
  readonly address: Address;
}

const tellsWebExit = ({ explained, takenAt, durationMs, controlObservations }: Snapshot): boolean =>
  explained &&
  Math.abs(Date.now() - takenAt - durationMs) < STILL_HERE_MS &&
  controlObservations.some(({ probe, outcome }) => probe === 'https' && outcome === 'answered');

async function lookUpWebExit(): Promise<Owned<string> | null> {
  const exit = await askWebExit();
  const found = exit && (await find(exit.address).catch(() => null));
  return found && { ...found, address: exit.address, hosting: found.hosting || exit.warp };
}

function hints(
  { network, services, controlObservations }: Snapshot,
  udp: Owned<string | null>,
  web: Owned<string> | null,
): ReturnType<typeof networkHints> {
  const { address } = udp;
  const exit = network.key === null && web !== null ? web : udp;
  return networkHints({
    state: network.state,
    observations: [
      ...controlObservations,
      ...services.flatMap(({ evidence }) => evidence.flatMap(({ observation }) => observation ?? [])),
    ],
    hosting: exit.hosting,
    country: exit.country,
    homeCountries: deviceCountries(exit.country),
    isWebApart: address !== null && web !== null && isSameExit({ ...udp, address }, web) === false,
  });
}
