import type { Connection } from '../../components/model.ts';

/** What the page itself knows of the device. */
export const isPhone = /\bAndroid\b/.test(navigator.userAgent);

const connection = (navigator as { connection?: { type?: string; saveData?: boolean } }).connection;

/** Only Android and ChromeOS tell; everywhere else nothing is claimed. */
export function connectionHint(): Connection | null {
  const type = connection?.type;
  return type === 'wifi' || type === 'cellular' || type === 'ethernet' ? type : null;
}

/** The person pays for data or asked the browser to spare it: nothing starts by itself. */
export const sparesData = (): boolean => connection?.saveData === true || connection?.type === 'cellular';
