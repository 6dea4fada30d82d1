import { publicPrefix } from './prefix.ts';

/** A public address, and whose it is. */
export interface Exit {
  readonly address: string;
  readonly operator: string | null;
}

/**
 * Whether both belong to one operator. Operators have many networks and may give one device an address of each (RFC 4787, section 4.1), so
 * another network alone tells nothing.
 *
 * @returns null when it can't be told: an operator is unknown, or each is of another family, one of which may be tunnelled by design
 */
export function isSameExit(one: Exit, other: Exit): boolean | null {
  const [a, b] = [publicPrefix(one.address), publicPrefix(other.address)];
  if (a === null || b === null) return null;
  if (a.prefix === b.prefix) return true;
  if (one.operator === null || other.operator === null) return null;
  if (one.operator === other.operator) return true;
  return a.family === b.family ? false : null;
}
