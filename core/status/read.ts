import type { StatusFeed } from '../catalogue/runtime.ts';
import { readApple } from './apple.ts';
import { readDnsFlag } from './dns-flag.ts';
import { readGoogle } from './google.ts';
import { readMeta } from './meta.ts';
import { readMicrosoft } from './microsoft.ts';
import type { Reader, Says } from './reader.ts';
import { readStatuspage } from './statuspage.ts';
import { readWebex } from './webex.ts';

const READERS: Readonly<Record<StatusFeed['format'], Reader>> = {
  statuspage: readStatuspage,
  'google-incidents': readGoogle,
  microsoft: readMicrosoft,
  apple: readApple,
  meta: readMeta,
  webex: readWebex,
  'dns-flag': readDnsFlag,
};

/** What a service's status source says of it. A newer edition of the catalogue may have a format that is not known here: null. */
export function isOutage({ format, component }: Omit<StatusFeed, 'url'>, text: string, now: number): Says {
  if (!Object.hasOwn(READERS, format)) return null;
  return READERS[format](text, { now, ...(component !== undefined && { component }) });
}
