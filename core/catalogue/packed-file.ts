import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as v from 'valibot';
import { type Drawn, type Edition, pack, unpack } from './packed.ts';
import { toControls, toService } from './runtime.ts';
import { ControlsFile, EditionFile, HealthFile, ServiceRecord } from './schema.ts';
import { parse } from './valid.ts';

/** Build-time only: the catalogue as a file of the package, checked (`platform/catalogue.ts` reads it). */

export const CATALOGUE_FILE = 'catalogue.json';

/** The edition that the data files make. @param root their folder */
export function editionOf(root = import.meta.dirname): Edition {
  const file = <Schema extends v.GenericSchema>(schema: Schema, ...names: string[]): v.InferOutput<Schema> => {
    const path = join(root, ...names);
    return parse(schema, readFileSync(path, 'utf8'), path);
  };
  const services = readdirSync(join(root, 'services'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => file(ServiceRecord, 'services', name))
    .map((record) => ({ ...pack(toService(record)), ...drawn(record) }));
  const health = file(HealthFile, 'health.json');
  // It is also kept of those that no check asks, and some of them no browser may.
  const asked = new Set(services.flatMap((service) => unpack(service).endpoints.map(({ url }) => url)));
  return {
    ...file(EditionFile, 'edition.json'),
    services,
    ...toControls(file(ControlsFile, 'controls.json').controls),
    health: {
      ...health,
      endpoints: Object.fromEntries(Object.entries(health.endpoints).filter(([url]) => asked.has(url))),
    },
  };
}

export const catalogueFile = (root?: string): string => JSON.stringify(editionOf(root));

const drawn = ({ colour, mark, families, usual }: ServiceRecord): Drawn => ({
  colour,
  ...(mark && { mark }),
  ...(families.length > 0 && { families }),
  ...(usual && { usual: { countries: usual.countries, languages: usual.languages } }),
});
