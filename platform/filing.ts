import { allows } from '../core/catalogue/consent.ts';
import type { FeedAnswer, FeedQuestion } from '../core/feed/feed.ts';
import type { Filed, Place } from '../core/history/place.ts';
import type { OpinionAnswer, OpinionQuestion } from '../core/ooni/opinion.ts';
import type { Snapshot } from '../core/verdict/snapshot.ts';
import { FOR_FIREFOX } from '../probes/build.ts';
import { addresses } from '../probes/fingerprint.ts';
import { TRACE } from '../probes/web-exit.ts';
import { access } from './connection.ts';
import { readManaged } from './managed.ts';
import { sendMessage } from './messages.ts';
import { borrowOffscreen, renewOffscreen } from './offscreen.ts';
import { currentSettings } from './settings.ts';
import { consentItem } from './storage.ts';

/** Has a round kept by the hidden page. */
export function fileRound(snapshot: Snapshot): Promise<Filed> {
  // The loan comes first: in Chromium the page that has seen the round knows its address, and must not close before.
  return lent(async (open) => {
    const [{ historyDays }, may] = await Promise.all([currentSettings(), consentItem.getValue().then(allows)]);
    const wishes = { keepDays: historyDays, mayAskExit: may(TRACE) };
    const file = () => {
      const address = (FOR_FIREFOX && addresses.get(snapshot.network.key ?? '')) || null;
      return sendMessage('fileRound', { snapshot, whereabouts: { access: access(), address }, wishes });
    };
    return open(file).catch(async () => {
      // The browser may have closed the page under us, or it crashed: a fresh one files as well.
      await renewOffscreen();
      return open(file);
    });
  });
}

/** Has it reported, where an organisation has asked for that. Apart from filing: a receiver may take its time. */
export async function reportRound(snapshot: Snapshot, place: Place): Promise<void> {
  const { reporting } = await readManaged();
  if (reporting) await lent((open) => open(() => sendMessage('reportRound', { snapshot, place, reporting })));
}

/** Has it ask OONI. */
export const askOpinion = (question: OpinionQuestion): Promise<OpinionAnswer> =>
  lent((open) => open(() => sendMessage('askOpinion', question)));

async function lent<Answer>(
  use: (open: (work: () => Promise<Answer>) => Promise<Answer>) => Promise<Answer>,
): Promise<Answer> {
  const page = borrowOffscreen();
  try {
    return await use(async (work) => {
      await page.open();
      return work();
    });
  } finally {
    await page.close();
  }
}

/** Has it ask a mirror for a newer edition of the catalogue. */
export const fetchFeed = (question: FeedQuestion): Promise<FeedAnswer> =>
  lent((open) => open(() => sendMessage('fetchFeed', question)));
