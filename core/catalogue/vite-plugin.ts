import type { Plugin } from 'vite';
import { pack } from './packed.ts';
import { toControls, toFamily, toLook, toService, toUsual } from './runtime.ts';
import { ControlsFile, ServiceRecord } from './schema.ts';
import { parse } from './valid.ts';

/**
 * Checks the catalogue's data files while they are bundled into a page, and replaces each with its runtime shape. The background reads
 * them from a file of its own (`packed-file.ts`).
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
