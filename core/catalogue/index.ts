import { viewOf } from './current.ts';
import { unpackCatalogue } from './packed.ts';
import type { Control, Service } from './runtime.ts';

export type { Control, Endpoint, Service, StatusFeed } from './runtime.ts';

/**
 * The catalogue as pages read it. Adding a service is adding a file to `services/`: the build finds it, checks it against `schema.ts`, and
 * strips it (`packed-file.ts`). `node scripts/hosts.mjs --write` then tells the reader of `docs/privacy.md`.
 */
const catalogue = viewOf(unpackCatalogue);

/** All services, the default ones first, then by name. */
export const allServices = (): readonly Service[] => catalogue().services;

/** The controls that every round asks. */
export const allControls = (): readonly Control[] => catalogue().controls;

/** Addresses of DNS servers that can be asked over HTTPS, for a status flag that a service keeps in DNS. */
export const dnsServers = (): readonly string[] => catalogue().doh;

export const serviceById = (id: string): Service | undefined => allServices().find((service) => service.id === id);
