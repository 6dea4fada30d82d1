import { type Mirror, mirrorHost, mirrorNames, mirrorUrl } from '../feed/hosts.ts';
import type { MirrorFile } from '../world/state.ts';
import type { Fault } from './fault.ts';
import { type Target, target } from './targets.ts';

/** What the mirrors of the catalogue's feed hold; whatever a network or a web site does can be done to them as well. */

/** All three unless some are named. */
export const mirrors = (...names: readonly Mirror[]): Target =>
  target(
    names.length > 0 ? `mirror ${names.join(', ')}` : 'the mirrors',
    (names.length > 0 ? names : mirrorNames).map(mirrorHost),
  );

export const serve = (at: Target, file: MirrorFile & { readonly says: string }): Fault => {
  const { says, ...held } = file;
  return { says: `${at.says}: ${says}`, world: { mirrors: Object.fromEntries(at.hosts.map((host) => [host, held])) } };
};

/** Redirects to another mirror, which holds a good file. */
export const redirectTo = (at: Target, other: Mirror): Fault => ({
  says: `${at.says}: redirects to mirror ${other}`,
  world: { web: Object.fromEntries(at.hosts.map((host) => [host, { location: mirrorUrl(other) }])) },
});
