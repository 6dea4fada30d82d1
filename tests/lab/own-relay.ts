import { removeLeftovers } from './namespaces.ts';
import { privateStatements, publicStatements } from './own-relay/statements.ts';
import { prove } from './self-check/prove.ts';
import { unsupported } from './supported.ts';

/** Runs the commands of `docs/own-relay.md` as they stand, on a server of this machine's own: `node tests/lab/own-relay.ts`. */

const reason = await unsupported();
if (reason !== null) {
  console.log(`skipped: ${reason}\n\n0 passed, 0 failed`);
  process.exit(0);
}
removeLeftovers();
// An end by a signal takes the namespaces along as well.
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }))
  process.on(signal, () => process.exit(code));
process.exit((await prove([...(await publicStatements()), ...(await privateStatements())])) > 0 ? 1 : 0);
