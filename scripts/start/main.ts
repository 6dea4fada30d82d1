import { scenarioNames } from '../../tests/lab/scenario.ts';
import { ensureBuilt } from '../build/ensure-built.ts';
import { targetOf } from '../build/output.ts';
import { startInLab } from './lab.ts';
import { parseStart, StartError } from './options.ts';
import { showInTerminal } from './terminal.ts';
import { showInWindow } from './window.ts';

/** Ends with 0 when something was shown, 1 when the browser or the extension failed, 2 when the arguments ask for what cannot be. */
async function main(): Promise<number> {
  const options = parseStart(process.argv.slice(2), scenarioNames());
  const extensionDir = await ensureBuilt(targetOf(options.browser));
  if (options.lab !== undefined) return startInLab(options.browser, options.lab);
  await (hasDisplay() ? showInWindow(options, extensionDir) : showInTerminal(options, extensionDir));
  return 0;
}

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return error instanceof StartError ? 2 : 1;
});
