import { inOrder, type Look } from './runtime.ts';

/** What pages show of services, from the same data files. */
const files = import.meta.glob<Look>('./services/*.json', { eager: true, import: 'default', query: '?look' });

/** In the catalogue's order. */
export const LOOKS: readonly Look[] = Object.values(files).sort(inOrder);

export const lookOf = (id: string): Look | undefined => LOOKS.find((look) => look.id === id);
