import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { browserProgram } from '../../scripts/browser/find.ts';
import { CHROMIUM_KEY } from '../../scripts/browser/identity.ts';
import { OVERRIDES } from '../../scripts/setup/browsers.mjs';
import { which } from '../../scripts/setup/run.mjs';
import { BROWSER } from './under-test.ts';

/**
 * Policies for one browser alone: it sees another /etc than the rest of the machine does. Where policies are kept is built into the
 * browsers, so there is no other way.
 */
export const canSetPolicies = process.platform === 'linux' && process.getuid?.() === 0 && which('unshare') !== null;

const ID = { chromium: chromiumId(), firefox: 'ringback@ringback.example' }[BROWSER];

const POLICIES = {
  chromium: {
    path: 'chromium/policies/managed/ringback.json',
    content: (managed: object) => ({ '3rdparty': { extensions: { [ID]: managed } } }),
  },
  firefox: {
    path: 'firefox/policies/policies.json',
    content: (managed: object) => ({ policies: { '3rdparty': { Extensions: { [ID]: managed } } } }),
  },
}[BROWSER];

/** From now on the browser under test starts with these policies. Returns what takes them back. */
export function setPolicies(managed: object): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-policies-'));
  const file = join(folder, 'etc', POLICIES.path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(POLICIES.content(managed)));
  const variable = OVERRIDES[BROWSER];
  const before = process.env[variable];
  const start = join(folder, 'start');
  const mount = `mount -t overlay overlay -o lowerdir=${join(folder, 'etc')}:/etc /etc`;
  const inside = `${mount} && exec ${browserProgram(BROWSER)} "$@"`;
  writeFileSync(start, `#!/bin/sh\nexec unshare --mount sh -c '${inside}' sh "$@"\n`, { mode: 0o755 });
  process.env[variable] = start;
  return () => {
    if (before === undefined) delete process.env[variable];
    else process.env[variable] = before;
    rmSync(folder, { recursive: true });
  };
}

/** As Chromium derives it from a manifest's key: the first 32 hexadecimal digits of its digest, written with a to p. */
function chromiumId(): string {
  const digest = createHash('sha256').update(Buffer.from(CHROMIUM_KEY, 'base64')).digest('hex').slice(0, 32);
  return digest.replaceAll(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? '');
}
