import type { Complaint } from '../../platform/complaints.ts';
import type { WebRtc } from '../../platform/webrtc.ts';
import { plural, t } from '../text.ts';
import { fullMoment } from '../timeline/format.ts';
import { bytes } from './format.ts';

/** What the page can find out about the extension itself. */
export interface Diagnosis {
  readonly version: string;
  /** As the browser names itself. */
  readonly browser: string;
  readonly permissions: readonly string[];
  /** How many hosts may be read. */
  readonly hosts: number;
  readonly webRtc: WebRtc;
  /** Bytes; null where the browser does not tell. */
  readonly storage: number | null;
  readonly lastCheckAt: number | null;
  readonly nextCheckAt: number | null;
}

const WEBRTC = {
  off: 'options.diagnostics.webrtc_off',
  none: 'options.diagnostics.webrtc_none',
  hidden: 'options.diagnostics.webrtc_hidden',
  open: 'options.diagnostics.webrtc_open',
  unread: 'options.diagnostics.webrtc_unread',
} as const satisfies Record<WebRtc, string>;

const BACKGROUND = {
  answers: 'options.diagnostics.answers',
  silent: 'options.diagnostics.silent',
  asking: 'options.diagnostics.asking',
} as const;

/** Each line as its name and what was found. */
export function linesOf(found: Diagnosis, background: keyof typeof BACKGROUND): [name: string, value: string][] {
  const moment = (at: number | null) => (at === null ? t('options.diagnostics.none') : fullMoment(at));
  const permissions = [
    ...found.permissions,
    ...(found.hosts > 0 ? [plural('options.diagnostics.hosts', found.hosts)] : []),
  ];
  return [
    [t('options.diagnostics.version'), found.version],
    [t('options.diagnostics.browser'), found.browser],
    [t('options.diagnostics.background'), t(BACKGROUND[background])],
    [t('options.diagnostics.permissions'), permissions.join(', ')],
    [t('options.diagnostics.webrtc'), t(WEBRTC[found.webRtc])],
    [t('options.diagnostics.extensions'), t('options.diagnostics.extensions_unread')],
    [t('options.diagnostics.storage'), found.storage === null ? t('options.diagnostics.unread') : bytes(found.storage)],
    [t('options.diagnostics.last_check'), moment(found.lastCheckAt)],
    [t('options.diagnostics.next_check'), moment(found.nextCheckAt)],
  ];
}

/** One error on one line, whatever its message holds. */
export const complaintLine = ({ at, where, message }: Complaint): string =>
  `${fullMoment(at)} · ${where} · ${message}`.replaceAll(/\s+/g, ' ');

/** The whole as plain text. */
export const diagnosisText = (lines: readonly [string, string][], complaints: readonly Complaint[]): string =>
  [
    t('extension_name'),
    ...lines.map(([name, value]) => `${name}: ${value}`),
    '',
    `${t('options.diagnostics.errors')}:`,
    ...(complaints.length > 0 ? complaints.map(complaintLine) : [t('options.diagnostics.no_errors')]),
  ].join('\n');
