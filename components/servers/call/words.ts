import type { CallTransport, TransportCall } from '../../../core/call/call.ts';
import { qualityOf } from '../../../core/call/quality.ts';
import { t } from '../../text.ts';
import { type TextKey, underscored } from '../../wording.ts';
import { seconds } from './format.ts';

/** What is said of a call over one transport. */

export const transportName = (transport: CallTransport): string => transport.toUpperCase();
export const over = (transport: CallTransport): string => t('servers.call.over', transportName(transport));

/** How it ended. */
export function endText({ end, code, cutAfterS }: TransportCall): string {
  if (end === 'refused') return t(refusalKey(code));
  if (code === 'no-credentials') return t('servers.call.no_credentials');
  if (code === 'credentials') return t('servers.call.end.untestable_credentials');
  if (end === 'cut') return t('servers.call.end.cut', seconds(cutAfterS ?? 0));
  return t(`servers.call.end.${underscored(end)}` as const satisfies TextKey);
}

/** RFC 8656, section 19: 401 and 441 are about credentials, 486 and 508 about quota and capacity. */
function refusalKey(code: string | undefined) {
  if (code === '401' || code === '441') return 'servers.call.end.refused_login';
  return code === '486' ? 'servers.call.end.refused_quota' : 'servers.call.end.refused';
}

export const qualityText = (mos: number): string =>
  t(`servers.call.quality.${qualityOf(mos)}` as const satisfies TextKey);
