import { viewOf } from './current.ts';
import { inOrder, type Look } from './runtime.ts';

/** What pages show of services, in the catalogue's order. */
export const looks = viewOf(({ services }): readonly Look[] => [...services].sort(inOrder));

export const lookOf = (id: string): Look | undefined => looks().find((look) => look.id === id);
