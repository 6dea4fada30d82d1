import records from './controls.json';
import { type PackedService, unpack } from './packed.ts';
import { type Control, type Controls, type DohServer, inOrder, type Service } from './runtime.ts';

export type { Control, DohServer, Endpoint, Service, StatusFeed } from './runtime.ts';

/**
 * The catalogue. Adding a service is adding a file to `services/`: the build finds it, checks it against `schema.ts`, and strips
 * it to the runtime shape (see `vite-plugin.ts`). `node scripts/hosts.mjs --write` then tells the reader of `docs/privacy.md`.
 */
const files = import.meta.glob<PackedService>('./services/*.json', { eager: true, import: 'default' });

/** All services, the default ones first, then by name. */
export const SERVICES: readonly Service[] = Object.values(files).map(unpack).sort(inOrder);

// The build has replaced the file's records by their runtime shape; TypeScript sees the file.
const { controls, doh } = records as unknown as Controls;

/** The controls that every round asks. */
export const CONTROLS: readonly Control[] = controls;

/** DNS servers that can be asked over HTTPS, for a status flag that a service keeps in DNS. */
export const DOH: readonly DohServer[] = doh;

export const serviceById = (id: string): Service | undefined => SERVICES.find((service) => service.id === id);
