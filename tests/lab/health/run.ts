import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/build/output.ts';
import { type RunRecord, readRuns } from '../../../scripts/catalogue/health/record.ts';
import type { Lab } from '../lab.ts';

const PROGRAM = join(ROOT, 'scripts', 'catalogue', 'health', 'main.ts');

export interface Ran {
  readonly code: number | null;
  readonly said: string;
  /** None where the line was not fit. */
  readonly record: RunRecord | undefined;
}

/** The command as it stands, on the lab's client. */
export async function runHealth(lab: Lab, ...args: readonly string[]): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'lab-health-'));
  try {
    const asking = ['--place', 'lab', '--out', folder, '--pause', '20', ...args];
    const { code, stdout, stderr } = await lab.client.run(process.execPath, [PROGRAM, ...asking]);
    return { code, said: stdout + stderr, record: readRuns(folder)[0]?.run };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
