import type { Connection } from '../../components/model.ts';

/** What the page itself knows of the device. */
export const isPhone = /\bAndroid\b/.test(navigator.userAgent);

/** Only Android and ChromeOS tell; everywhere else nothing is claimed. */
export function connectionHint(): Connection | null {
  const type = (navigator as { connection?: { type?: string } }).connection?.type;
  return type === 'wifi' || type === 'cellular' || type === 'ethernet' ? type : null;
}
