import type { Filed } from '../core/history/place.ts';
import type { Snapshot } from '../core/verdict/snapshot.ts';
import { FOR_FIREFOX } from '../probes/build.ts';
import { addresses } from '../probes/fingerprint.ts';
import { access } from './connection.ts';
import { sendMessage } from './messages.ts';
import { borrowOffscreen } from './offscreen.ts';

/** Has a round kept by the hidden page. */
export async function fileRound(snapshot: Snapshot): Promise<Filed> {
  const page = borrowOffscreen();
  try {
    await page.open();
    // In Chromium the hidden page itself has seen it.
    const address = (FOR_FIREFOX && addresses.get(snapshot.network.key ?? '')) || null;
    return await sendMessage('fileRound', { snapshot, whereabouts: { access: access(), address } });
  } finally {
    await page.close();
  }
}
