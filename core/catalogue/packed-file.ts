import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PackedCatalogue, pack } from './packed.ts';
import { toControls, toService } from './runtime.ts';
import { ControlsFile, ServiceRecord } from './schema.ts';
import { parse } from './valid.ts';

/** Build-time only: the catalogue as a file of the package, checked. The background reads it (`platform/catalogue.ts`). */

export const CATALOGUE_FILE = 'catalogue.json';

/** @param root folder of the data files */
export function catalogueFile(root = import.meta.dirname): string {
  const read = (path: string): string => readFileSync(path, 'utf8');
  const folder = join(root, 'services');
  const services = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
    .map((path) => pack(toService(parse(ServiceRecord, read(path), path))));
  const path = join(root, 'controls.json');
  const { controls } = parse(ControlsFile, read(path), path);
  return JSON.stringify({ services, ...toControls(controls) } satisfies PackedCatalogue);
}
