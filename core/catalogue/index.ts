import records from './controls.json';
import type { Control, Controls, DohServer, Service } from './runtime.ts';

export type { Control, DohServer, Endpoint, Service, StatusFeed } from './runtime.ts';

/**
 * The catalogue. Adding a service is adding a file to `services/`: the build finds it, checks it against `schema.ts`, and strips
 * it to the runtime shape (see `vite-plugin.ts`). `node scripts/hosts.mjs --write` then tells the reader of `docs/privacy.md`.
 */
const files = import.meta.glob<Partial<Service>>('./services/*.json', { eager: true, import: 'default' });

/** The build leaves out what is false or empty. */
function complete(file: Partial<Service>): Service {
  const { endpoints = [], ...rest } = file as Service;
  const whole = endpoints.map((endpoint) => ({ ...endpoint, verified: endpoint.verified ?? false }));
  return {
    ...rest,
    retired: rest.retired ?? false,
    isDefault: rest.isDefault ?? false,
    statusFeeds: rest.statusFeeds ?? [],
    endpoints: whole,
  };
}

/** All services, the default ones first, then by name. */
export const SERVICES: readonly Service[] = Object.values(files)
  .map(complete)
  .sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.name.localeCompare(b.name, 'en'));

// The build has replaced the file's records by their runtime shape; TypeScript sees the file.
const { controls, doh } = records as unknown as Controls;

/** The controls that every round asks. */
export const CONTROLS: readonly Control[] = controls;

/** DNS servers that can be asked over HTTPS, for a status flag that a service keeps in DNS. */
export const DOH: readonly DohServer[] = doh;

export const serviceById = (id: string): Service | undefined => SERVICES.find((service) => service.id === id);
