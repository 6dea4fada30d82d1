import { ensureBuilt } from '../../scripts/build/ensure-built.ts';
import { targetOf } from '../../scripts/build/output.ts';
import { BROWSER } from './under-test.ts';

/** Before the first test: what is tested is what the sources are now. */
export default async function build(): Promise<void> {
  await ensureBuilt(targetOf(BROWSER));
}
