import { networkHints } from '../../core/network/hints.ts';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import { readSnapshot } from '../../core/verdict/stored-snapshot.ts';
import { type Found, fileRound } from '../../platform/history/recorder.ts';
import { onMessage, sendMessage } from '../../platform/messages.ts';
import { loadOperators } from '../../platform/operators.ts';
import { deviceCountries } from '../../platform/time-zone.ts';
import { FOR_CHROMIUM } from '../../probes/build.ts';
import { addresses } from '../../probes/fingerprint.ts';
import { askIce } from '../../probes/ice.ts';

/** The hidden page (platform/offscreen.ts). It does what it is told and forgets everything but the history when it closes. */

const find = async (address: string) => (await loadOperators()).find(address);

const hints = ({ network, services, controlObservations }: Snapshot, { hosting, country }: Found) =>
  networkHints({
    state: network.state,
    observations: [
      ...controlObservations,
      ...services.flatMap(({ evidence }) => evidence.flatMap(({ observation }) => observation ?? [])),
    ],
    hosting,
    country,
    homeCountries: deviceCountries(country),
  });

onMessage('fileRound', ({ data: { snapshot: stored, whereabouts } }) => {
  const snapshot = readSnapshot(stored);
  if (snapshot === null) throw new Error('the stored round is damaged');
  const address = whereabouts.address ?? addresses.get(snapshot.network.key ?? '') ?? null;
  return fileRound(snapshot, { ...whereabouts, address }, { find, hints });
});

onMessage('reportRound', async ({ data: { snapshot, place, reporting } }) => {
  const { reportRound } = await import('./reporting.ts');
  await reportRound(snapshot, place, reporting);
});

if (FOR_CHROMIUM) {
  const questions = new Map<string, AbortController>();

  onMessage('iceProbe', async ({ data: { id, url, salt } }) => {
    const controller = new AbortController();
    questions.set(id, controller);
    try {
      return await askIce(url, salt, controller.signal);
    } finally {
      questions.delete(id);
    }
  });

  onMessage('iceStop', ({ data: { id, reason } }) => questions.get(id)?.abort(reason));

  /** A service worker hears neither of these events. */
  const tell = () => void sendMessage('connectionChanged').catch(() => {});
  addEventListener('online', tell);
  addEventListener('offline', tell);
}
