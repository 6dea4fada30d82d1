import type { Failure } from './failure.ts';
import { type Finding, failuresIn } from './finding.ts';
import { httpRequest, measureAll, tcpConnect } from './measure.ts';

/** ts-018: 16 endpoints on two ports, the registration server, and WhatsApp Web. */
const ENDPOINTS = Array.from({ length: 16 }, (_, index) =>
  [443, 5222].map((port) => `tcp://e${index + 1}.whatsapp.net:${port}`),
).flat();
const REGISTRATION = 'https://v.whatsapp.net/v2/register';
const WEB = 'https://web.whatsapp.com/';

export async function whatsapp(): Promise<Finding> {
  const results = await measureAll([...ENDPOINTS, REGISTRATION, WEB], async (target) => {
    if (target.startsWith('https:')) return httpRequest(target);
    const { hostname, port } = new URL(target);
    (await tcpConnect(hostname, Number(port))).destroy();
  });
  return judgeWhatsapp(results);
}

/** One endpoint that connects is enough; registration and web must both answer. */
export function judgeWhatsapp(results: ReadonlyMap<string, Failure | null>): Finding {
  const endpointsBlocked = ENDPOINTS.every((target) => results.get(target));
  const anomaly = endpointsBlocked || Boolean(results.get(REGISTRATION)) || Boolean(results.get(WEB));
  return { anomaly, failures: failuresIn(results) };
}
