/** The part of the Network Information API that is used; Firefox has none, TypeScript knows none. */
interface Connection extends EventTarget {
  readonly saveData?: boolean;
  readonly type?: string;
}

const connection = (): Connection | undefined =>
  'connection' in navigator ? (navigator.connection as Connection) : undefined;

/** The person saves data, or the line is a mobile one: nothing is sent without being asked for. */
export const isMetered = (): boolean => connection()?.saveData === true || connection()?.type === 'cellular';

/** Calls back when the browser notices another connection. In a worker only `connection` tells; pages hear `online` as well. */
export function onConnectionChange(changed: () => void): void {
  connection()?.addEventListener('change', changed);
  globalThis.addEventListener('online', changed);
}
