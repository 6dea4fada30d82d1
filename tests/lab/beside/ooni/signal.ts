import { readFileSync } from 'node:fs';
import { authority } from '../../certificates.ts';
import type { Failure } from './failure.ts';
import { type Finding, failuresIn } from './finding.ts';
import { httpRequest, measureAll } from './measure.ts';

/** ts-029: four hosts, with Signal's own authority. That is the lab's untrusted one here, which no browser trusts either. */
const HOSTS = ['cdsi.signal.org', 'chat.signal.org', 'sfu.voip.signal.org', 'storage.signal.org'].map(
  (host) => `https://${host}/`,
);

export async function signal(): Promise<Finding> {
  const ca = readFileSync((await authority('untrusted')).certificate, 'utf8');
  return judgeSignal(await measureAll(HOSTS, (url) => httpRequest(url, { ca })));
}

/** Any failure is one too many. */
export const judgeSignal = (results: ReadonlyMap<string, Failure | null>): Finding => {
  const failures = failuresIn(results);
  return { anomaly: failures.length > 0, failures };
};
