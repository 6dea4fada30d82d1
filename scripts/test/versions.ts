import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OLDEST } from '../../platform/oldest.ts';
import { ensureBuilt } from '../build/ensure-built.ts';
import type { Target } from '../build/output.ts';
import { at, since } from './compat.ts';
import { DISPENSABLE, FEATURES, type Feature } from './features.ts';
import { newer } from './newer.ts';
import type { Print } from './step.ts';
import type { Tally } from './tally.ts';

/** The declared oldest versions are true: what is used needs them, and needs nothing newer. */
export async function checkVersions(print: Print): Promise<Tally> {
  const wrong: string[] = [];
  const seen = new Set<Feature>();
  for (const target of ['chrome', 'firefox'] as const) {
    const { script, style, manifest } = read(await ensureBuilt(target));
    const declared = declaredIn(target, manifest);
    if (declared !== OLDEST[target]) wrong.push(`${target}: the manifest declares ${declared}, not ${OLDEST[target]}`);

    const used = FEATURES.filter(({ sign }) => sign.test(script) || sign.test(style) || sign.test(manifest));
    for (const feature of used) seen.add(feature);
    const needed = used.flatMap((feature) => ({ feature, from: versionOf(feature, target) }));
    const latest = needed.filter(({ from }) => Number.isFinite(from)).sort((a, b) => b.from - a.from)[0];
    print(`${target}: ${declared}, for ${latest?.feature.what} (${latest?.from})\n`);
    if (latest?.from !== declared) wrong.push(`${target}: ${declared} is declared and ${latest?.from} is needed`);

    const tooNew = newer(target, declared, script, style).filter((name) => !(name in DISPENSABLE));
    wrong.push(...tooNew.map((name) => `${target} ${declared} does not know ${name}`));
  }
  wrong.push(...FEATURES.filter((one) => !seen.has(one)).map(({ what }) => `not used any more: ${what}`));
  for (const line of wrong) print(`${line}\n`);
  return { passed: wrong.length === 0 ? 1 : 0, failed: wrong.length, skipped: [] };
}

/** Infinite where a browser never had it: such code asks before it uses it. */
function versionOf({ what, known }: Feature, target: Target): number {
  if (typeof known !== 'string') return known.from[target] ?? Number.POSITIVE_INFINITY;
  const entry = at(known);
  if (!entry) throw new Error(`browser-compat-data does not know ${known} (${what}).`);
  return since(entry, target) ?? Number.POSITIVE_INFINITY;
}

function read(folder: string) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const all = (ending: string) =>
    files
      .filter((file) => file.endsWith(ending))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
  return { script: all('.js'), style: all('.css'), manifest: all('manifest.json') };
}

function declaredIn(target: Target, text: string): number {
  const manifest = JSON.parse(text);
  const { gecko, gecko_android: android } = manifest.browser_specific_settings ?? {};
  if (target === 'chrome') return Number(manifest.minimum_chrome_version);
  return Math.max(Number.parseFloat(gecko.strict_min_version), Number.parseFloat(android.strict_min_version));
}
