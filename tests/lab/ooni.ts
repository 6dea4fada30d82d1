import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { wordFor } from '../../core/ooni/comparison.ts';
import { ensureBuilt } from '../../scripts/build/ensure-built.ts';
import { targetOf } from '../../scripts/build/output.ts';
import type { Exit } from './addresses.ts';
import { answerStatus, type Fault, host } from './faults/index.ts';
import { type Lab, withLab } from './lab.ts';
import { folderOf } from './namespaces.ts';
import type { Seen } from './ooni/inside.ts';
import type { Browser } from './perform.ts';
import { prove } from './self-check/prove.ts';
import { unsupported } from './supported.ts';
import type { RequestSeen } from './world/state.ts';

/** OONI asked daily, in real browsers in the lab: `node tests/lab/ooni.ts [chromium|firefox]`. */

const reason = await unsupported();
if (reason !== null) {
  console.log(`skipped: ${reason}\n\n0 passed, 0 failed`);
  process.exit(0);
}
const browsers = (['chromium', 'firefox'] as const).filter((one) => (process.argv[2] ?? one) === one);
for (const browser of browsers) await ensureBuilt(targetOf(browser));

interface Heard extends Seen {
  /** What OONI was asked. */
  readonly asked: readonly RequestSeen[];
}

async function hear(lab: Lab, browser: Browser, exit: Exit, faults: readonly Fault[]): Promise<Heard> {
  await lab.leaveBy(exit);
  await lab.apply(faults);
  await lab.forget();
  const folder = mkdtempSync(join(folderOf(lab.client.namespace), 'ooni-'));
  try {
    const script = join(import.meta.dirname, 'ooni/inside.ts');
    const { code, stdout, stderr } = await lab.client.run(process.execPath, [script, browser, folder], {
      timeoutMs: 180_000,
    });
    if (code !== 0) throw new Error(stderr.trim() || `the browser's driver ended with ${code}`);
    const { requests } = await lab.log();
    return { ...(JSON.parse(stdout) as Seen), asked: requests.filter((one) => one.host === 'api.ooni.org') };
  } finally {
    lab.client.endAll();
    await lab.reset();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** What is wrong with it, in words. */
const wrong = (claims: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(claims).flatMap(([claim, holds]) => (holds ? [] : [`not so: ${claim}`]));

const statements = (lab: Lab, browser: Browser) => [
  {
    says: `${browser}: once it is turned on, OONI is asked after a check, about this operator, and only once`,
    prove: async () => {
      const { turnedOnAt, opinion, asked } = await hear(lab, browser, 'home', []);
      const said = opinion?.opinions[0];
      const whatsapp = said?.tests.find(({ test }) => test === 'whatsapp');
      return wrong({
        'three requests': asked.length === 3,
        'none before it was turned on': asked.every(({ at }) => at > turnedOnAt),
        'no cookie, no referrer': asked.every(({ headers }) => !('cookie' in headers) && !('referer' in headers)),
        'about Maroc Telecom': said?.asn === 36903 && said.country === 'MA',
        'its WhatsApp stands out': Boolean(
          whatsapp?.operator && wordFor(whatsapp.operator, whatsapp.world) === 'more-often',
        ),
      });
    },
  },
  {
    says: `${browser}: behind a VPN it is not asked`,
    prove: async () => {
      const { opinion, asked } = await hear(lab, browser, 'vpn', []);
      return wrong({ 'nothing was asked': asked.length === 0, 'nothing is kept': opinion === null });
    },
  },
  {
    says: `${browser}: after 429 it is left alone`,
    prove: async () => {
      const { opinion, asked } = await hear(lab, browser, 'home', [answerStatus(host('api.ooni.org'), 429)]);
      const pauseMs = (opinion?.notBefore ?? 0) - (opinion?.triedAt ?? 0);
      return wrong({
        'one request': asked.length === 1,
        quota: opinion?.problem === 'quota',
        'an hour': pauseMs > 3_500_000,
      });
    },
  },
];

process.exit(
  (await withLab(async (lab) => prove(browsers.flatMap((browser) => statements(lab, browser))))) > 0 ? 1 : 0,
);
