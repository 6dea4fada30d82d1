import type { Look } from './runtime.ts';

/** How services are drawn, from the same data files. */
const files = import.meta.glob<Look>('./services/*.json', { eager: true, import: 'default', query: '?look' });
const looks = new Map(Object.values(files).map((look) => [look.id, look]));

export const lookOf = (id: string): Look | undefined => looks.get(id);
