import { viewOf } from './current.ts';
import type { Usual } from './usual.ts';

/** Where services are usual. */
export const usuals = viewOf(({ services }): readonly Usual[] =>
  services.flatMap(({ id, usual }) => (usual ? { id, ...usual } : [])),
);
