import { browser } from 'wxt/browser';
import { hearErrors } from '../../platform/complaints.ts';
import { onMessage, sendMessage } from '../../platform/messages.ts';
import { CALL } from '../../platform/ports.ts';
import { FOR_CHROMIUM } from '../../probes/build.ts';
import { askIce } from '../../probes/ice.ts';

/** The hidden page (platform/offscreen.ts). It does what it is told and forgets everything but the history when it closes. */

hearErrors('hidden page');

// Loaded when it is needed: in Chromium the first questions of a round wait for this page.
onMessage('fileRound', async ({ data: { snapshot, whereabouts, wishes } }) => {
  const { file } = await import('./filing.ts');
  return file(snapshot, whereabouts, wishes);
});

onMessage('reportRound', async ({ data: { snapshot, place, reporting } }) => {
  const { reportRound } = await import('./reporting.ts');
  await reportRound(snapshot, place, reporting);
});

onMessage('fetchFeed', async ({ data }) => {
  const { fetchFeed } = await import('./feed.ts');
  return fetchFeed(data);
});

onMessage('readStatus', async ({ data }) => {
  const { readStatus } = await import('./status.ts');
  return readStatus(data);
});
onMessage('askOpinion', async ({ data }) => (await import('../../platform/ooni.ts')).askOoni(data));

const questions = new Map<string, AbortController>();

onMessage('probe', async ({ data: { id, url, salt, own } }) => {
  const controller = new AbortController();
  questions.set(id, controller);
  try {
    if (!own) return await askIce(url, salt, controller.signal);
    const { askOwn } = await import('./own.ts');
    return await askOwn(url, own, salt, controller.signal);
  } finally {
    questions.delete(id);
  }
});

onMessage('probeStop', ({ data: { id, reason } }) => questions.get(id)?.abort(reason));

if (FOR_CHROMIUM) {
  browser.runtime.onConnect.addListener(async (port) => {
    if (port.name === CALL) (await import('./calling.ts')).serveCalls(port);
  });

  /** A service worker hears neither of these events. */
  const tell = () => void sendMessage('connectionChanged').catch(() => {});
  addEventListener('online', tell);
  addEventListener('offline', tell);
}
