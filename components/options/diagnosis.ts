import { hostOf } from '../../core/catalogue/endpoint.ts';
import type { FeedProblem, FeedState, FeedTry } from '../../core/feed/feed.ts';
import type { Complaint } from '../../platform/complaints.ts';
import type { WebRtc } from '../../platform/webrtc.ts';
import { plural, t } from '../text.ts';
import { border, fullMoment } from '../timeline/format.ts';
import { underscored } from '../wording.ts';
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
  /** The edition of the catalogue that holds; null: none can be read. */
  readonly list: ListFacts | null;
  /** The last look for a newer one. */
  readonly feed: FeedState | null;
  readonly lastCheckAt: number | null;
  readonly nextCheckAt: number | null;
}

export interface ListFacts {
  readonly serial: number;
  /** ISO dates. */
  readonly issuedOn: string;
  readonly expiresOn?: string;
  readonly isExpired: boolean;
  /** The key that signed it; null: it came with the package. */
  readonly key: string | null;
  /** A fetched one is stored that does not hold. */
  readonly isOtherStored: boolean;
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
    [t('options.diagnostics.list'), listWords(found.list)],
    [t('options.diagnostics.looked'), moment(found.feed?.triedAt ?? null)],
    ...(found.feed?.tries ?? []).map((one): [string, string] => [
      t('options.diagnostics.mirror', hostOf(one.mirror)),
      tryWords(one),
    ]),
    [t('options.diagnostics.last_check'), moment(found.lastCheckAt)],
    [t('options.diagnostics.next_check'), moment(found.nextCheckAt)],
  ];
}

function listWords(list: ListFacts | null): string {
  if (!list) return t('options.diagnostics.list_unread');
  const { serial, issuedOn, expiresOn, isExpired, key, isOtherStored } = list;
  return [
    key === null
      ? t('options.diagnostics.list_packaged', serial, day(issuedOn))
      : t('options.diagnostics.list_fetched', serial, day(issuedOn), key),
    expiresOn && t(isExpired ? 'options.diagnostics.list_expired' : 'options.diagnostics.list_expires', day(expiresOn)),
    isOtherStored && t('options.diagnostics.list_unused'),
  ]
    .filter(Boolean)
    .join(' ');
}

/** A day of UTC. */
const day = (iso: string): string => {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? iso : border('year', at);
};

const problemKey = (problem: FeedProblem) => `options.diagnostics.feed.${underscored(problem)}` as const;

function tryWords({ problem, serial }: FeedTry): string {
  if (problem) return t(problemKey(problem));
  return serial === undefined
    ? t('options.diagnostics.mirror_good_unnumbered')
    : t('options.diagnostics.mirror_good', serial);
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
