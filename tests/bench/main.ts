import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../scripts/build/ensure-built.ts';
import { targetOf } from '../../scripts/build/output.ts';
import { missing } from '../../scripts/setup/needs.mjs';
import { checkSizes } from '../../scripts/test/sizes.ts';
import { cacheFolder } from '../lab/cache.ts';
import { withLab } from '../lab/lab.ts';
import { BROWSERS } from '../lab/perform.ts';
import { unsupported } from '../lab/supported.ts';
import { durations, firstWord } from './durations.ts';
import { memory } from './memory.ts';
import { popup } from './popup.ts';
import { heading } from './table.ts';
import { timeline } from './timeline.ts';
import { volumes } from './volumes.ts';

/**
 * `npm run bench [-- --browser chromium]`: what the product costs, measured in one run and held against the bounds of
 * docs/architecture.md. It prints; only a build that is too large makes it fail. Times are those of this machine: the ratios beside them tell more.
 */
const { values } = parseArgs({ options: { browser: { type: 'string', multiple: true } } });
const browsers = BROWSERS.filter((browser) => values.browser?.includes(browser) ?? true).filter(
  (browser) => missing(browser) === null,
);

heading('Shipped script, gzip');
let failed = 0;
for (const target of ['chrome', 'firefox'] as const) {
  console.log(`  ${target}`);
  failed += checkSizes((text) => process.stdout.write(`  ${text}`), await ensureBuilt(target)).failed;
}

const results: Record<string, unknown> = {};
const reason = await unsupported();
if (reason !== null) console.log(`\nWithout the lab nothing is measured on a network: ${reason}`);
for (const browser of browsers) {
  await ensureBuilt(targetOf(browser));
  const inLab =
    reason === null
      ? await withLab(async (lab) => ({
          durations: lab.adjustableLine ? await durations(lab, browser) : [],
          firstWord: lab.adjustableLine ? await firstWord(lab, browser) : null,
          volumes: await volumes(lab, browser),
          memory: browser === 'chromium' ? await memory(lab) : null,
        }))
      : {};
  results[browser] = { ...inLab, popup: await popup(browser), timeline: await timeline(browser) };
}
const file = join(cacheFolder('bench'), 'bench.json');
writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
console.log(`\nEverything that was measured: ${file}`);
process.exitCode = failed > 0 ? 1 : 0;
