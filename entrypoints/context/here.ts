import type { Here } from '../../components/context/model.ts';
import { plain } from '../../components/names.ts';
import { readExit } from '../../core/network/exit.ts';

/** The stored place, with its operator's name. */
export function readHere(stored: unknown): Here | null {
  const exit = readExit(stored);
  const { operator } = Object(stored) as Readonly<Record<string, unknown>>;
  return exit && { ...exit, operator: typeof operator === 'string' ? plain(operator) || null : null };
}
