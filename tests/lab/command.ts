import { type ChildProcess, execFileSync, spawn } from 'node:child_process';

/** System tools live in sbin, which is not on everybody's PATH. */
const PATH = `${process.env.PATH ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`;

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Written to the command's standard input. */
  readonly input?: string;
  /** After this long the command is killed, and its exit code is null. */
  readonly timeoutMs?: number;
}

export interface CommandResult {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const environment = (env: CommandOptions['env'] = {}) => ({ ...process.env, PATH, ...env });

/** Runs a command to its end. A failing command is a result, not an exception; one that cannot be started is an exception. */
export function run(command: string, args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: environment(options.env), cwd: options.cwd, stdio: 'pipe' });
    const timer =
      options.timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), options.timeoutMs);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
    // A command that ends without reading its input is no concern of ours: its exit code tells.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
}

/** Runs a command that has to succeed, and returns what it printed. */
export async function must(command: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, options);
  if (code === 0) return stdout;
  throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${stderr.trim() || stdout.trim()}`);
}

/** For clean-up in exit handlers, where nothing can be awaited. Returns '' when the command fails. */
export function runNow(command: string, args: readonly string[]): string {
  try {
    return execFileSync(command, args, { env: environment(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

/** Starts a part of the lab that stays; its standard input is a pipe, and its end is the part's signal to end too. */
export function start(command: string, args: readonly string[], options: CommandOptions = {}): ChildProcess {
  return spawn(command, args, { env: environment(options.env), cwd: options.cwd, stdio: ['pipe', 'pipe', 'pipe'] });
}
