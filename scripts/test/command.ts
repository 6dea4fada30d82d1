import { spawn } from 'node:child_process';
import { ROOT } from '../build/output.ts';
import type { Print } from './step.ts';

/** Runs a command from node_modules/.bin or PATH in the checkout, prints what it prints, and resolves to its exit code. */
export function command(
  print: Print,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve) => {
    // Both streams through this process, which decides when they are shown.
    const colour: Record<string, string> = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...colour, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', print);
    child.on('error', (error) => {
      print(`${error.message}\n`);
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
