import { join } from 'node:path';
import type { Lab } from '../lab.ts';
import type { Performance } from '../perform.ts';
import type { Played } from '../report/outcome.ts';
import { truthOf } from '../report/truth.ts';
import { volume } from '../router/traffic.ts';
import type { Answer, Method } from './claim.ts';
import type { Said } from './inside.ts';
import { ringbackSaid } from './ringback.ts';

/** Four of OONI's tests, a minute each, are the longest. */
const LIMIT_MS = 300_000;

/** Asks others on the network as Ringback found it. Methods without a browser answer beside one of the browsers only. */
export async function besides(
  lab: Lab,
  { name, scenario, browser }: Performance,
  last: Played,
  { withoutBrowser }: { readonly withoutBrowser: boolean },
): Promise<Answer[]> {
  const { services } = scenario;
  const about = {
    scenario: name,
    truths: Object.fromEntries(services.map((id) => [id, truthOf(last.phase, id)])),
  };
  const ask = async (
    method: Method,
    ...more: string[]
  ): Promise<Pick<Answer, 'method' | 'claims' | 'seconds' | 'bytes'>> => {
    await lab.forget();
    const said = await inside(lab, [method, services.join(), ...more]);
    return { method, ...said, bytes: volume(await lab.contacts()) };
  };
  return [
    { ...about, method: 'ringback', browser, ...ringbackSaid(last) },
    { ...about, browser, ...(await ask('ice-gathering', browser)) },
    { ...about, browser, ...(await ask('one-fetch', browser)) },
    ...(withoutBrowser
      ? [
          { ...about, ...(await ask('ooni-im')) },
          { ...about, ...(await ask('ooni-stun')) },
        ]
      : []),
  ];
}

async function inside(lab: Lab, args: readonly string[]): Promise<Said> {
  const program = [...process.execArgv, join(import.meta.dirname, 'inside.ts'), ...args];
  const { code, stdout, stderr } = await lab.client.run(process.execPath, program, { timeoutMs: LIMIT_MS });
  if (code === 0) return JSON.parse(stdout) as Said;
  throw new Error(`${args.join(' ')} ended with ${code ?? 'a timeout'}: ${stderr.trim() || stdout.trim()}`);
}
