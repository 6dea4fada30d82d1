import { ACCESSES, type Access } from '../core/history/access.ts';

/** The part of the Network Information API that is used; Firefox has none, TypeScript knows none. */
interface Connection extends EventTarget {
  readonly saveData?: boolean;
  readonly type?: string;
}

const connection = (): Connection | undefined =>
  'connection' in navigator ? (navigator.connection as Connection) : undefined;

/** The person saves data, or the line is a mobile one: nothing is sent without being asked for. */
export const isMetered = (): boolean => connection()?.saveData === true || connection()?.type === 'cellular';

/** How the device is connected, as far as its browser tells. */
export const access = (): Access | null => ACCESSES.find((one) => one === connection()?.type) ?? null;

/** A new connection needs a moment for its address and its names, ms. */
const SETTLE_MS = 2_500;

/**
 * Calls back when the browser is on another connection, once it has settled. A worker hears only `connection`, which also fires when a
 * mere estimate of the bandwidth changes: those events are left alone.
 */
export function onConnectionChange(changed: () => void): () => void {
  const state = () => `${navigator.onLine} ${connection()?.type ?? ''}`;
  let known = state();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    if (state() === known) return;
    known = state();
    clearTimeout(timer);
    timer = setTimeout(changed, SETTLE_MS);
  };
  connection()?.addEventListener('change', look);
  globalThis.addEventListener('online', look);
  globalThis.addEventListener('offline', look);
  return look;
}
