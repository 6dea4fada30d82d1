import { withLab } from './lab.ts';
import { goInside } from './self-check/inside.ts';
import { ipv6Statements } from './self-check/ipv6.ts';
import { lifeStatements } from './self-check/life.ts';
import { networkStatements } from './self-check/network.ts';
import type { Statement } from './self-check/statement.ts';
import { unsupported } from './supported.ts';

/** Proves that the lab does what it says, and nothing else: `node tests/lab/self-check.ts`. */
async function prove(statements: readonly Statement[]): Promise<number> {
  let failed = 0;
  for (const { says, prove } of statements) {
    const tried = () => prove().catch((error: unknown) => [String(error)]);
    let wrong = await tried();
    // On a busy machine an answer may come after its limit: what went wrong once is said, and asked again.
    if (wrong.length > 0) {
      for (const line of wrong) console.log(`once:   ${line}`);
      wrong = await tried();
    }
    console.log(`${wrong.length === 0 ? 'passed' : 'FAILED'}  ${says}`);
    for (const line of wrong) console.log(`        ${line}`);
    if (wrong.length > 0) failed++;
  }
  console.log(`\n${statements.length - failed} passed, ${failed} failed`);
  return failed;
}

const reason = await unsupported();
if (reason !== null) {
  console.log(`skipped: ${reason}\n\n0 passed, 0 failed`);
  process.exit(0);
}
const failed = await withLab(async (lab) => {
  const inside = goInside(lab.client);
  const count = await prove([
    ...networkStatements(lab, inside),
    ...ipv6Statements(lab, inside),
    ...lifeStatements(lab, inside),
  ]);
  inside.end();
  return count;
});
process.exit(failed > 0 ? 1 : 0);
