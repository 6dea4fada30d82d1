import { NOTHING, type ServiceClaims } from '../claim.ts';
import { OONI_BACKEND } from '../hosts.ts';
import { type Finding, mechanismOfAll } from './finding.ts';
import { httpRequest } from './measure.ts';
import { messenger } from './messenger.ts';
import { signal } from './signal.ts';
import { stunReachability } from './stun.ts';
import { telegram } from './telegram.ts';
import { whatsapp } from './whatsapp.ts';

/** Services that OONI has a test for. */
const TESTS: Readonly<Record<string, () => Promise<Finding>>> = { whatsapp, telegram, messenger, signal };

export type Claims = Readonly<Record<string, ServiceClaims>>;

/** One test after the other, as the app runs them. */
export async function messengerTests(services: readonly string[]): Promise<Claims> {
  if (!(await backendAnswers())) return {};
  const claims: Record<string, ServiceClaims> = {};
  for (const id of services) {
    const finding = await TESTS[id]?.();
    if (finding) claims[id] = claimsOf(finding);
  }
  return claims;
}

/** That a service works is no word about its calls; that it is blocked is one. */
export function claimsOf({ anomaly, failures }: Finding): ServiceClaims {
  if (!anomaly) return { calls: NOTHING, messages: { says: 'open' } };
  const mechanism = mechanismOfAll(failures);
  const blocked = { says: 'blocked', ...(mechanism && { mechanism }) } as const;
  return { calls: blocked, messages: blocked };
}

/** It gives no verdict. The most that can be read from it: no server at all answered, so calls have no way. */
export async function stunTest(services: readonly string[]): Promise<Claims> {
  if (!(await backendAnswers())) return {};
  const { answered } = await stunReachability();
  const calls = answered === 0 ? ({ says: 'blocked', mechanism: 'udp.timeout' } as const) : NOTHING;
  return Object.fromEntries(services.map((id) => [id, { calls, messages: NOTHING }]));
}

/** No measurement starts without it. */
const backendAnswers = (): Promise<boolean> =>
  httpRequest(OONI_BACKEND, { method: 'POST' }).then(
    () => true,
    () => false,
  );
