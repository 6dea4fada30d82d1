import { defineItem } from './items.ts';
import { sendMessage } from './messages.ts';

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

/** Logs an error, and keeps it. */
export function complain(where: string, error: unknown): void {
  console.error(`ringback: ${where}`, error);
  void keep(where, error);
}

/** Keeps every error that nobody caught here; the browser logs those itself. */
export function hearErrors(where: string): void {
  for (const type of ['error', 'unhandledrejection']) {
    addEventListener(type, (event) => {
      const { error, reason, message } = event as Partial<ErrorEvent & PromiseRejectionEvent>;
      void keep(where, error ?? reason ?? message);
    });
  }
}

/** Keeps an error without any address. Never rejects: there is nobody left to tell. */
export async function keep(where: string, error: unknown): Promise<void> {
  try {
    const message = String(error).slice(0, READ).replace(ADDRESS, '…').slice(0, LONGEST);
    // In Chromium the hidden page has no storage, and the background keeps its errors.
    await store(where, message).catch(() => sendMessage('complain', { where, message }));
  } catch {}
}

async function store(where: string, message: string): Promise<void> {
  const stored: unknown = await complaintsItem.getValue();
  // What happens over and over is told once, and drives nothing else out.
  const others = Array.isArray(stored) ? stored.filter((one) => one?.message !== message) : [];
  await complaintsItem.setValue([...others, { at: Date.now(), where, message }].slice(-MOST));
}

/** Those of the stored ones that are whole. */
export const readComplaints = (stored: unknown): Complaint[] =>
  Array.isArray(stored)
    ? stored.filter((one) => isTime(one?.at) && typeof one.where === 'string' && typeof one.message === 'string')
    : [];

const isTime = (at: unknown): boolean => typeof at === 'number' && Math.abs(at) <= 8.64e15;
