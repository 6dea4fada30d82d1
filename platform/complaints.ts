import { defineItem } from './items.ts';

/** An error of the extension's own, for a bug report. */
export interface Complaint {
  readonly at: number;
  readonly where: string;
  readonly message: string;
}

/** The last ones, the oldest first. What comes out may be damaged: read it through `readComplaints`. */
export const complaintsItem = defineItem<readonly Complaint[]>('local:complaints', { fallback: [] });

const MOST = 20;
const LONGEST = 200;
/** Nothing longer is looked through. */
const READ = 2_000;

/** Words that hold an address: with a scheme or a port, numbers as in IPv4, groups as in IPv6, a name of the local network. */
const ADDRESS = /\S*([a-z\]]:\S|\d[.-]\d+[.-]\d|:[\da-f]*:|\.local\b)\S*/gi;

/** Logs an error, and keeps it without any address. Never throws. */
export function complain(where: string, error: unknown): void {
  console.error(`ringback: ${where}`, error);
  void keep(where, error).catch(() => {});
}

/** Hears of every error that nobody caught here. */
export function hearErrors(where: string): void {
  addEventListener('error', ({ error, message }) => void keep(where, error ?? message).catch(() => {}));
  addEventListener('unhandledrejection', ({ reason }) => void keep(where, reason).catch(() => {}));
}

async function keep(where: string, error: unknown): Promise<void> {
  const message = String(error).slice(0, READ).replace(ADDRESS, '…').slice(0, LONGEST);
  const stored: unknown = await complaintsItem.getValue();
  // What happens over and over is told once, and drives nothing else out.
  const others = readComplaints(stored).filter((known) => known.where !== where || known.message !== message);
  await complaintsItem.setValue([...others, { at: Date.now(), where, message }].slice(-MOST));
}

/** Those of the stored ones that are whole. */
export const readComplaints = (stored: unknown): Complaint[] =>
  Array.isArray(stored)
    ? stored.filter(
        (one) => Number.isFinite(one?.at) && [one.where, one.message].every((text) => typeof text === 'string'),
      )
    : [];
