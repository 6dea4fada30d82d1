import { lookOf } from '../core/catalogue/looks.ts';

/** A service's name; a stored id that the catalogue no longer knows is shown as it is. */
export const nameOf = (id: string): string => lookOf(id)?.name ?? id;
