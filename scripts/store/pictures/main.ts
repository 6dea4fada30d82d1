import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseYAML } from 'confbox';
import puppeteer, { type Browser } from 'puppeteer-core';
import { relaysOf, silenceRelays } from '../../../tests/lab/faults/index.ts';
import { type Lab, withLab } from '../../../tests/lab/lab.ts';
import { unsupported } from '../../../tests/lab/supported.ts';
import { chromiumFlags } from '../../browser/chromium-flags.ts';
import { browserProgram } from '../../browser/find.ts';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { ROOT } from '../../build/output.ts';
import { STORE } from '../listing.ts';
import { screen, tile } from './compose.ts';
import { PICTURE_LANGUAGES, SHOTS, TILES } from './shots.ts';

/** As in Morocco in 2016: calls of some are shut, messages get through. */
const SHUT = ['whatsapp', 'messenger', 'viber'];
const SERVICES = [...SHUT, 'telegram', 'signal', 'meet', 'teams'];
/** Four days open, and three with a block. */
const DAYS = { open: 4, blocked: 3 };
const HOURS_APART = 4;
const LIMIT_MS = 600_000;

const captions = parseYAML<Record<string, Record<string, string>>>(readFileSync(join(STORE, 'captions.yml'), 'utf8'));

/** Ends with 0 when all pictures are there, 1 where they cannot be made. */
async function main(): Promise<number> {
  const reason = await unsupported();
  if (reason !== null) {
    console.error(`The pictures show real checks on the lab's networks, which cannot be had here: ${reason}.`);
    return 1;
  }
  await ensureBuilt('chrome');
  const work = mkdtempSync(join(tmpdir(), 'ringback-pictures-'));
  try {
    await withLab((lab) => playAndShoot(lab, work));
    await composeAll(work);
    return 0;
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function playAndShoot(lab: Lab, work: string): Promise<void> {
  const profile = join(work, 'profile');
  for (const stage of ['open', 'blocked'] as const) {
    await lab.apply(stage === 'blocked' ? [silenceRelays(relaysOf(...SHUT))] : []);
    console.log(`checking, ${stage} …`);
    // Each day in a browser of its own: Chromium allows a page 500 peer connections, and days go by too fast for it to tidy up.
    for (let day = 0; day < DAYS[stage]; day++) {
      await inClient(lab, 'play.ts', [profile, String(24 / HOURS_APART), String(HOURS_APART), SERVICES.join()]);
    }
    for (const language of PICTURE_LANGUAGES) {
      await inClient(lab, 'shoot.ts', [profile, language, stage, join(work, language)]);
    }
  }
}

async function inClient(lab: Lab, script: string, args: readonly string[]): Promise<void> {
  const path = join(import.meta.dirname, script);
  const { code, stderr } = await lab.client.run(process.execPath, [...process.execArgv, path, ...args], {
    cwd: ROOT,
    timeoutMs: LIMIT_MS,
  });
  if (code !== 0) throw new Error(`${script} ended with ${code ?? 'a timeout'}: ${stderr.trim()}`);
}

async function composeAll(work: string): Promise<void> {
  const browser = await puppeteer.launch({
    executablePath: browserProgram('chromium'),
    args: chromiumFlags({ headless: true }),
  });
  try {
    for (const language of PICTURE_LANGUAGES) {
      const folder = join(STORE, 'pictures', language);
      mkdirSync(folder, { recursive: true });
      const said = (what: string) => ({ language, caption: captions[language]?.[what] ?? '' });
      for (const shot of SHOTS) {
        const taken = join(work, language, `${shot.name}.png`);
        if (!existsSync(taken)) {
          console.log(`left out: ${shot.name} (${language}), as ${shot.page} is not in the build`);
          continue;
        }
        await save(browser, screen(shot, said(shot.name), readFileSync(taken)), join(folder, `${shot.name}.png`));
      }
      for (const size of TILES) await save(browser, tile(size, said('tile')), join(folder, `${size.name}.png`));
    }
  } finally {
    await browser.close();
  }
}

async function save(browser: Browser, what: { html: string; width: number; height: number }, file: string) {
  const page = await browser.newPage();
  await page.setViewport({ width: what.width, height: what.height });
  await page.setContent(what.html, { waitUntil: 'load' });
  writeFileSync(file, await page.screenshot());
  await page.close();
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
