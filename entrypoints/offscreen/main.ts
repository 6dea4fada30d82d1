import { onMessage, sendMessage } from '../../platform/messages.ts';
import { askIce } from '../../probes/ice.ts';

/** Chromium only: the page that owns WebRTC while a round runs. It asks what it is told to ask and keeps nothing. */

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
