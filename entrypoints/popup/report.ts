import { callsLabel, messagesLabel } from '../../components/labels.ts';
import { nameOf } from '../../components/names.ts';
import { reasonOf, serviceReason } from '../../components/reason.ts';
import { direction, plural, t } from '../../components/text.ts';
import { isDiscounted } from '../../components/votes.ts';
import { controlKey, outcomeKey, roleKey, verdictKey } from '../../components/wording.ts';
import { isOwn } from '../../core/own/server.ts';
import { type ReportWords, report } from '../../core/report/report.ts';
import { version } from '../../package.json';
import type { WritableModel } from './model.ts';

/** The report on what the popup shows, without the person's own servers: it is made to be sent to others. */
export function reportText(model: WritableModel): string {
  const snapshot = model.snapshot.peek();
  if (!snapshot) return '';
  const services = snapshot.services.filter(({ id }) => !isOwn(id));
  return report({ ...snapshot, services }, words, version);
}

const words: ReportWords = {
  direction,
  title: t('report.title'),
  privacy: t('report.privacy'),
  taken: (when) => t('report.taken', when),
  version: (version) => t('report.version', version),
  explained: (read) => t('report.explained', t(read ? 'report.yes' : 'report.no')),
  network: (judgement) => t('report.network', t(verdictKey(judgement))),
  service: (service) => t('report.service', nameOf(service.id), callsLabel(service), messagesLabel(service)),
  why: reasonOf,
  whyService: serviceReason,
  endpoint: (endpoint) =>
    `${t(roleKey(endpoint.role))}: ${t(outcomeKey(endpoint))}${isDiscounted(endpoint) ? ` (${t('evidence.silence_not_counted')})` : ''}`,
  controls: ({ kind, asked, answered, operators }) =>
    `${t(controlKey(kind))}: ${t('evidence.controls', answered, asked, plural('evidence.operators', operators))}`,
};
