import type { EndpointEvidence } from '../core/verdict/snapshot.ts';

/** It gave no sign of life. */
export const isSilent = ({ observation }: EndpointEvidence): boolean =>
  observation?.outcome === 'silent' || observation?.outcome === 'failed';

/** It gave no sign of life, and that was not held against the service. */
export const isDiscounted = (endpoint: EndpointEvidence): boolean => endpoint.vote === 'unearned' && isSilent(endpoint);
