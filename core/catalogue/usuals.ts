import type { Usual } from './usual.ts';

/** Where services are usual, from the same data files: apart, because only the first page asks. */
const files = import.meta.glob<Usual | null>('./services/*.json', { eager: true, import: 'default', query: '?usual' });

export const USUAL: readonly Usual[] = Object.values(files).flatMap((usual) => usual ?? []);
