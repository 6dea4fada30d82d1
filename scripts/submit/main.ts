import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../build/output.ts';
import { packageNames } from '../package/pack.ts';
import { submission } from './stores.ts';

/** Ends as `wxt submit` ends, and with 0 where no store's secrets are set. */
const isForReview = process.argv.includes('--for-review');
const { args, to, without } = submission(process.env, (name) => join('.output', name), packageNames(), isForReview);
for (const { name, missing } of without) console.log(`left out: ${name}, as ${missing.join(', ')} is not set`);
if (args.length > 0) {
  console.log(`${isForReview ? 'for review' : 'dry run'}: ${to.join(', ')}`);
  const child = spawn(join(ROOT, 'node_modules', '.bin', 'wxt'), args, { cwd: ROOT, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
}
