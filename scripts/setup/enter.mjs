import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { SetupError, say } from './log.mjs';
import { nodeOptions } from './node.mjs';
import { prepare } from './prepare.mjs';

/**
 * Prepares the machine, then runs a script under a supported Node with the same arguments, and ends as it ends.
 * The commands start under whatever Node the machine has, so all that comes before this is plain JavaScript.
 */
export async function enter(script, needs) {
  try {
    const { node, env } = await prepare(needs);
    const args = [...nodeOptions(node), fileURLToPath(script), ...process.argv.slice(2)];
    const child = spawn(node, args, { stdio: 'inherit', env });
    // The terminal sends Ctrl-C to both; a `kill` reaches only this process.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exit(1);
  }
}

/** The browser that the arguments ask for; Chromium when they don't say. */
export function askedBrowser(args = process.argv.slice(2)) {
  const at = args.findIndex((arg) => arg === '--browser' || arg.startsWith('--browser='));
  if (at < 0) return 'chromium';
  const value = args[at].split('=')[1] ?? args[at + 1];
  return value === 'firefox' ? 'firefox' : 'chromium';
}
