import { TELEGRAM_CENTRES } from '../hosts.ts';
import type { Failure } from './failure.ts';
import { type Finding, failuresIn } from './finding.ts';
import { httpRequest, measureAll } from './measure.ts';

/** ts-020: plain HTTP to six data centres on two ports, and Telegram Web. */
const CENTRES = TELEGRAM_CENTRES.flatMap((address) => [`http://${address}/`, `http://${address}:443/`]);
const WEB = 'https://web.telegram.org/';

export async function telegram(): Promise<Finding> {
  const method = (target: string) => (target === WEB ? 'GET' : 'POST');
  return judgeTelegram(
    await measureAll([...CENTRES, WEB], (target) => httpRequest(target, { method: method(target) })),
  );
}

/** One data centre that answers HTTP is enough, and one that connects; the web must answer. */
export function judgeTelegram(results: ReadonlyMap<string, Failure | null>): Finding {
  const centres = CENTRES.map((target) => results.get(target));
  const httpBlocked = centres.every((failure) => failure);
  const tcpBlocked = centres.every((failure) => failure?.operation === 'connect');
  const webFailure = results.get(WEB);
  // The centres hang up on port 443 when all is well: what is no anomaly names no mechanism.
  const failures = httpBlocked ? failuresIn(results) : webFailure ? [webFailure] : [];
  return { anomaly: httpBlocked || tcpBlocked || Boolean(webFailure), failures };
}
