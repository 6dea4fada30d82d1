import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Control, type DohServer, type Service, toControls, toService } from './runtime.ts';
import type { ControlRecord, ServiceRecord } from './schema.ts';

/** Build-time only: reads the data files from disk for the manifest, the documentation and the lab. */
const folder = join(import.meta.dirname, 'services');
/** A service as its file has it. */
type Written = Omit<ServiceRecord, 'default'> & Partial<Pick<ServiceRecord, 'default'>>;
const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

export const serviceRecords = (): ServiceRecord[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    // What the schema fills in where a file says nothing.
    .map((name) => ({ default: false, ...read<Written>(join(folder, name)) }));

export const controlRecords = (): ControlRecord[] =>
  read<{ controls: ControlRecord[] }>(join(import.meta.dirname, 'controls.json')).controls;

export const services = (): Service[] => serviceRecords().map(toService);
export const controls = (): Control[] => [...toControls(controlRecords()).controls];
export const doh = (): DohServer[] => [...toControls(controlRecords()).doh];

/**
 * Match patterns of the web hosts that *explain* needs, and of the status sources that nobody may read without. Both schemes: a host on the
 * browser's HSTS preload list is upgraded by an internal redirect, and the events of that redirect belong to the plain address.
 */
export function hostPatterns(): string[] {
  const urls = [
    ...controls(),
    ...services().flatMap(({ endpoints, statusFeeds }) => [
      ...endpoints,
      ...statusFeeds.filter(({ needsAccess }) => needsAccess),
    ]),
  ].map(({ url }) => url);
  const hosts = urls.filter((url) => /^(https?|wss):/.test(url)).map((url) => new URL(url).hostname);
  return [...new Set(hosts)].sort().map((host) => `*://${host}/*`);
}
