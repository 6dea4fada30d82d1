/** Full path of the first of these programs that PATH (or a folder where root's tools are) holds; null when none does. */
export function which(...names: readonly string[]): string | null;
/** Runs a command with its output held back. Resolves to its exit code and everything that it printed. */
export function run(
  command: string,
  args: readonly string[],
  options?: { cwd?: string; env?: NodeJS.ProcessEnv },
): Promise<{ code: number; output: string }>;
