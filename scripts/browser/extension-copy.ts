import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Manifest {
  key?: string;
  permissions?: string[];
  optional_permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  browser_specific_settings?: { gecko?: { id?: string } };
}

/**
 * A page of one word, without script or style: somewhere to call the extension API from without setting off anything of the extension's own, and
 * to see what opening any page costs.
 */
export const BLANK_PAGE = 'blank-for-driver.html';

/**
 * Copies a built extension to where a browser will load it, adds the blank page, and lets `change` rewrite the copy's manifest. Files of
 * the folder `files` take the place of the extension's own.
 */
export function copyExtension(
  from: string,
  to: string,
  change: (manifest: Manifest) => Manifest,
  files?: string,
): Manifest {
  const manifestPath = join(from, 'manifest.json');
  if (!existsSync(manifestPath)) throw new Error(`There is no built extension in ${from}.`);
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  if (files !== undefined) cpSync(files, to, { recursive: true });
  const manifest = change(JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest);
  writeFileSync(join(to, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(to, BLANK_PAGE), '<!doctype html><title>Driver</title><p>Driver</p>');
  return manifest;
}

/** The hosts of *explain*: beside them the manifest lists one for any host, which is asked for a server of the person's own. */
export const explainHosts = ({ optional_host_permissions: hosts = [] }: Manifest): string[] =>
  hosts.filter((pattern) => !pattern.includes('//*'));

/** Makes the hosts of *explain* required ones: the same code under another manifest, since a headless Chromium answers no request. */
export const withHostsGranted = (manifest: Manifest): Manifest => ({
  ...manifest,
  permissions: [...(manifest.permissions ?? []), 'webRequest'],
  optional_permissions: (manifest.optional_permissions ?? []).filter((name) => name !== 'webRequest'),
  host_permissions: [...(manifest.host_permissions ?? []), ...explainHosts(manifest)],
});
