import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installSystemPackages } from './apt.mjs';
import { SetupError, say } from './log.mjs';
import { missing } from './needs.mjs';
import { supportedNode } from './node.mjs';
import { installPackages } from './packages.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Brings a machine to where the commands run. Quick when all is there.
 *
 * @param needs {{ required: string[], optional: string[] }} keys of NEEDS; a command cannot do without what is required.
 * @returns the Node to run under and the environment to give it.
 */
export async function prepare({ required, optional }) {
  // Both only wait for downloads, so they wait together.
  await Promise.all([installPackages(ROOT), installSystemPackages([...required, ...optional])]);
  for (const need of required) {
    const sentence = missing(need);
    if (sentence !== null) throw new SetupError(sentence);
  }
  for (const need of optional) {
    const sentence = missing(need);
    if (sentence !== null) say(sentence);
  }
  const path = [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  return { node: supportedNode(ROOT), env: { ...process.env, PATH: path } };
}
