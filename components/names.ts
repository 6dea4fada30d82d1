import { serviceById } from '../core/catalogue/index.ts';

/** A service's name; a stored id that the catalogue no longer knows is shown as it is. */
export const nameOf = (id: string): string => serviceById(id)?.name ?? id;
