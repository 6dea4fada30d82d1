import { readSnapshot } from '../../core/verdict/stored-snapshot.ts';
import { fileRound } from '../../platform/history/recorder.ts';
import { onMessage, sendMessage } from '../../platform/messages.ts';
import { FOR_CHROMIUM } from '../../probes/build.ts';
import { addresses } from '../../probes/fingerprint.ts';
import { askIce } from '../../probes/ice.ts';

/** The hidden page (platform/offscreen.ts). It does what it is told and forgets everything but the history when it closes. */

onMessage('fileRound', ({ data: { snapshot: stored, whereabouts } }) => {
  const snapshot = readSnapshot(stored);
  if (snapshot === null) throw new Error('the stored round is damaged');
  const address = whereabouts.address ?? addresses.get(snapshot.network.key ?? '') ?? null;
  return fileRound(
    snapshot,
    { ...whereabouts, address },
    { find: async () => ({ asn: null, operator: null, country: null, hosting: false }), hints: () => [] },
  );
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
