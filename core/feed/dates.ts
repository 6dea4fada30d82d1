import type { Edition } from '../catalogue/packed.ts';
import { DAY_MS } from '../day.ts';

/** An edition holds through the day on which it expires. */
export const isExpired = ({ expiresOn }: Edition, now: number): boolean =>
  expiresOn !== undefined && now >= Date.parse(expiresOn) + DAY_MS;
