import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CHROMIUM_KEY } from './identity.ts';

/** Puts the extension's button beside the address of a new profile, where a person would pin it; Chromium hides it in a menu else. */
export function pinToToolbar(profile: string): void {
  const file = join(profile, 'Default', 'Preferences');
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ extensions: { pinned_extensions: [chromiumId(CHROMIUM_KEY)] } }));
}

/** The id that Chromium makes of a manifest's key: the first half of its SHA-256, with a to p for hexadecimal digits. */
const chromiumId = (key: string) =>
  [...createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32)]
    .map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)))
    .join('');
