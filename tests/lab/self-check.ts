import { missing } from '../../scripts/setup/needs.mjs';
import { withLab } from './lab.ts';
import { goInside } from './self-check/inside.ts';
import { ipv6Statements } from './self-check/ipv6.ts';
import { lifeStatements } from './self-check/life.ts';
import { mirrorStatements } from './self-check/mirrors.ts';
import { networkStatements } from './self-check/network.ts';
import { ownStatements } from './self-check/own.ts';
import { prove } from './self-check/prove.ts';
import { unsupported } from './supported.ts';

/** Proves that the lab does what it says, and nothing else: `node tests/lab/self-check.ts`. */
const reason = await unsupported();
if (reason !== null) {
  console.log(`skipped: ${reason}\n\n0 passed, 0 failed`);
  process.exit(0);
}
const withoutSip = missing('kamailio');
if (withoutSip !== null) console.log(`skipped: servers of the person's own: ${withoutSip}`);
const failed = await withLab(async (lab) => {
  const inside = goInside(lab.client);
  const count = await prove([
    ...networkStatements(lab, inside),
    ...mirrorStatements(lab),
    ...ipv6Statements(lab, inside),
    ...(withoutSip === null ? ownStatements(lab, inside) : []),
    ...lifeStatements(lab, inside),
  ]);
  inside.end();
  return count;
});
process.exit(failed > 0 ? 1 : 0);
