import * as v from 'valibot';
import type { Plugin } from 'vite';
import { pack } from './packed.ts';
import { toControls, toFamily, toLook, toService, toUsual } from './runtime.ts';
import { ControlsFile, ServiceRecord } from './schema.ts';

/**
 * Checks the catalogue's data files while they are bundled, and replaces each with its runtime shape.
 * A file that does not fit the schema fails the build with the path of the wrong field.
 */
export function catalogue(): Plugin {
  return {
    name: 'ringback:catalogue',
    enforce: 'pre',
    transform(code, id) {
      const service = /core\/catalogue\/services\/[^/]+\.json(?:\?(family|look|usual))?$/.exec(id);
      if (service?.[1] === 'family') return module(toFamily(parse(ServiceRecord, code, id)));
      if (service?.[1] === 'look') return module(toLook(parse(ServiceRecord, code, id)));
      if (service?.[1] === 'usual') return module(toUsual(parse(ServiceRecord, code, id)));
      if (service) return emit(pack(toService(parse(ServiceRecord, code, id))));
      if (/core\/catalogue\/controls\.json$/.test(id)) return emit(toControls(parse(ControlsFile, code, id).controls));
      return undefined;
    },
  };
}

/** JSON again: Vite's own JSON plugin runs after this one and makes it a module. */
const emit = (value: unknown) => ({ code: JSON.stringify(value), map: null });

/** Vite's JSON plugin leaves an address with a query alone. */
const module = (value: unknown) => ({ code: `export default ${JSON.stringify(value)}`, map: null, moduleType: 'js' });

function parse<Schema extends v.GenericSchema>(schema: Schema, code: string, id: string): v.InferOutput<Schema> {
  const result = v.safeParse(schema, JSON.parse(code));
  if (result.success) return result.output;
  const issues = result.issues.map((issue) => `  ${v.getDotPath(issue) ?? '(file)'}: ${issue.message}`);
  throw new Error(`${id} does not fit the catalogue's schema:\n${issues.join('\n')}`);
}
