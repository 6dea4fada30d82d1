import { NO_PLANS, type Plans } from '../core/announce/plans.ts';
import type { Consent } from '../core/catalogue/consent.ts';
import type { Memory } from '../core/evidence/memory.ts';
import type { FeedState, StoredEdition } from '../core/feed/feed.ts';
import type { Tariff } from '../core/history/cost.ts';
import type { Place } from '../core/history/place.ts';
import type { Change } from '../core/history/spells.ts';
import type { StoredOpinion } from '../core/ooni/opinion.ts';
import { NO_SERVERS, type OwnServers } from '../core/own/server.ts';
import type { Progress, Snapshot } from '../core/verdict/snapshot.ts';
import { DEFAULT_SETTINGS } from './defaults.ts';
import { defineItem } from './items.ts';
import type { Settings } from './settings.ts';

/**
 * Everything the extension stores, declared once. What comes out may be damaged or of another version: read it through
 * `core/verdict/stored.ts` and `settings.ts`.
 */

/** The last conclusion on the network that the browser was on. */
export const snapshotItem = defineItem<Snapshot | null>('local:snapshot', { fallback: null });

/** The round under way. Session storage: it dies with the browser, so a killed check can't leave "checking" behind. */
export const progressItem = defineItem<Progress | null>('session:progress', { fallback: null });

export const settingsItem = defineItem<Settings>('local:settings', { fallback: DEFAULT_SETTINGS });

/** Null: nothing may be sent. */
export const consentItem = defineItem<Consent | null>('local:consent', { fallback: null });

/** Hosts to which the person said "not now": they are not asked about again. */
export const declinedItem = defineItem<readonly string[]>('local:declined', { fallback: [] });

/** Servers of the person's own, without their credentials (`secrets.ts`). */
export const ownServersItem = defineItem<OwnServers>('local:own', { fallback: NO_SERVERS });

/** Evidence by network, and earned votes. */
export const memoryItem = defineItem<Memory | null>('local:evidence', { fallback: null });

/** This installation's own salt for network fingerprints; made once, never exported. */
export const saltItem = defineItem<string | null>('local:salt', { fallback: null });

export const plansItem = defineItem<Plans>('local:plans', { fallback: NO_PLANS });

/** What the history knows of the network of the last round; null until one has been filed. */
export const placeItem = defineItem<Place | null>('local:place', { fallback: null });

/** What changed in quiet hours, by the key of its network, and has not been told yet. */
export type Withheld = Change & { readonly on: string };
export const withheldItem = defineItem<readonly Withheld[]>('local:withheld', { fallback: [] });

/** A newer edition of the catalogue than the package's (`catalogue.ts`). */
export const editionItem = defineItem<StoredEdition | null>('local:edition', { fallback: null });

/** The last look for one. */
export const feedItem = defineItem<FeedState | null>('local:feed', { fallback: null });

/** What OONI said last, of a few places. */
export const opinionItem = defineItem<StoredOpinion | null>('local:opinion', { fallback: null });

/** The person's own figures for what a block costs. */
export const tariffItem = defineItem<Tariff | null>('local:tariff', { fallback: null });
