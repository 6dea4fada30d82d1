import controls from './controls.json';
import type { Control, Service } from './runtime.ts';

export type { Control, Endpoint, Service, StatusFeed } from './runtime.ts';

/**
 * The catalogue. Adding a service is adding a file to `services/`: the build finds it, checks it against `schema.ts`, and strips
 * it to the runtime shape (see `vite-plugin.ts`).
 */
const files = import.meta.glob<Service>('./services/*.json', { eager: true, import: 'default' });

/** All services, the default ones first, then by name. */
export const SERVICES: readonly Service[] = Object.values(files).sort(
  (a, b) => Number(b.isDefault) - Number(a.isDefault) || a.name.localeCompare(b.name, 'en'),
);

/** The controls that every round asks. */
export const CONTROLS = controls as unknown as readonly Control[];

export const serviceById = (id: string): Service | undefined => SERVICES.find((service) => service.id === id);
