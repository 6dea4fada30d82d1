import { feedSource } from '../../../core/feed/source-file.ts';

/** Where the package says that newer editions of the catalogue are fetched, and the lab's names for the first three. */
export const MIRROR_URLS = feedSource().mirrors;
export const mirrorNames = ['a', 'b', 'c'] as const;
export type Mirror = (typeof mirrorNames)[number];

const hostOf = (url: string): string => new URL(url).hostname;
export const MIRROR_HOSTS: readonly string[] = MIRROR_URLS.map(hostOf);
export const mirrorUrl = (name: Mirror): string => MIRROR_URLS[mirrorNames.indexOf(name)] ?? '';
export const mirrorHost = (name: Mirror): string => hostOf(mirrorUrl(name));

/** What only the lab's editions have: a service that is new, and a relay that moved. */
export const NEWCOMER = {
  id: 'newcomer',
  name: 'Newcomer',
  web: 'https://newcomer.example/',
  relay: 'turn:relay.newcomer.example:3478?transport=udp',
} as const;
export const MOVED_RELAY = 'stun:turnrelay-2.jitsi.example:443';
