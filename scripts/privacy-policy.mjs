/**
 * Prints the privacy policy that the stores link to, from docs/privacy.md.
 *
 *     node scripts/privacy-policy.mjs           print it
 *     node scripts/privacy-policy.mjs --write   put it into store/privacy-policy.md
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyFrom } from './store/policy.ts';

const root = join(import.meta.dirname, '..');
const policy = policyFrom(readFileSync(join(root, 'docs', 'privacy.md'), 'utf8'));

if (process.argv.includes('--write')) {
  writeFileSync(join(root, 'store', 'privacy-policy.md'), policy);
} else {
  process.stdout.write(policy);
}
