import type { Statement } from './statement.ts';

/** Says of each statement whether it holds, then how many do. Returns how many do not. */
export async function prove(statements: readonly Statement[]): Promise<number> {
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
