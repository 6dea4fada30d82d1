import type { Place } from './place.ts';

/** A network of which nothing is known but this. Used by tests only. */
export const place = (known: Partial<Place> = {}): Place => ({
  key: 'a'.repeat(16),
  asn: null,
  operator: null,
  country: null,
  hosting: false,
  access: null,
  name: null,
  filedAt: 0,
  hints: [],
  blockedSince: {},
  said: {},
  ...known,
});
