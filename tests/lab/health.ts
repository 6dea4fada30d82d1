import { healthStatements } from './health/statements.ts';
import { withLab } from './lab.ts';
import { prove } from './self-check/prove.ts';
import { unsupported } from './supported.ts';

/** The health run on networks where it is known who lives: `node tests/lab/health.ts`. See docs/catalogue-health.md. */
const reason = await unsupported();
if (reason !== null) {
  console.log(`skipped: ${reason}\n\n0 passed, 0 failed`);
  process.exit(0);
}
process.exit((await withLab((lab) => prove(healthStatements(lab)))) > 0 ? 1 : 0);
