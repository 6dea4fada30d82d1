import { NO_HEALTH } from './health.ts';
import type { Edition } from './packed.ts';

/** A page that could not read any. */
const NONE: Edition = { serial: 0, issuedOn: '', services: [], controls: [], doh: [], health: NO_HEALTH };

let current = NONE;

/** The edition of the catalogue that a page shows: everything that it knows of services it looks up here. */
export const edition = (): Edition => current;

export const takeEdition = (edition: Edition): void => {
  current = edition;
};

/** Something that is made of the edition, once for each that is taken. */
export function viewOf<View>(make: (edition: Edition) => View): () => View {
  let of: Edition | null = null;
  let view: View;
  return () => {
    if (of !== current) {
      view = make(current);
      of = current;
    }
    return view;
  };
}
