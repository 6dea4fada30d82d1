import { isWithinDay } from '../../core/day.ts';
import { STILL_HERE_MS } from '../../core/history/place.ts';
import { readExit } from '../../core/network/exit.ts';
import { questionOf } from '../../core/ooni/question.ts';
import { isMetered } from '../../platform/connection.ts';
import { askOpinion } from '../../platform/filing.ts';
import { opinionPermission, renewOpinion } from '../../platform/opinion.ts';
import { currentSettings } from '../../platform/settings.ts';
import { consentItem, opinionItem, placeItem } from '../../platform/storage.ts';

/**
 * After a round: asks OONI once a day, wherever that is, if the person has turned it on. Not behind a VPN: it would be about the VPN's
 * operator. Nor through a proxy for web pages or long after the round, when a VPN may have come up: those would be told the operator here.
 */
export async function askDaily(): Promise<void> {
  const { opinionDaily, metered } = await currentSettings();
  if (!opinionDaily || (isMetered() && !metered)) return;
  const [consent, place, known, isHeld] = await Promise.all([
    consentItem.getValue(),
    placeItem.getValue(),
    opinionItem.getValue(),
    opinionPermission.held(),
  ]);
  const exit = readExit(place);
  const now = Date.now();
  if (!consent?.agreedAt || !isHeld || !place || !exit || exit.isTunnel || exit.isWebApart) return;
  if (!(Math.abs(now - place.filedAt) < STILL_HERE_MS) || isWithinDay(known?.triedAt ?? 0, now)) return;
  await renewOpinion(questionOf(exit.country, exit.asn, now), askOpinion);
}
