import type { Observation } from '../evidence/observation.ts';
import { mentionsAddress } from '../network/mention.ts';
import type { ControlGroup, EndpointEvidence, Judgement, ServiceAssessment, Snapshot } from '../verdict/snapshot.ts';
import type { NetworkState } from '../vocabulary.ts';
import { utcAmong } from './utc.ts';

/**
 * The plain-text report: what an operator, a regulator or a forum needs to follow the verdict. In the person's language, with ids
 * and addresses of servers that anyone can compare. No address of the person or the device, and no fingerprint of the network.
 */

/** The sentences, in one language. */
export interface ReportWords {
  /** The side from which the language is read: `ltr` or `rtl`. */
  readonly direction: string;
  readonly title: string;
  readonly privacy: string;
  taken(when: string): string;
  version(version: string): string;
  explained(read: boolean): string;
  network(judgement: Judgement<NetworkState>): string;
  service(assessment: ServiceAssessment): string;
  why(judgement: Judgement<NetworkState>): string;
  whyService(assessment: ServiceAssessment, about: 'calls' | 'messages'): string;
  endpoint(endpoint: EndpointEvidence): string;
  controls(group: ControlGroup): string;
}

export function report(snapshot: Snapshot, words: ReportWords, version: string): string {
  const { network, services, controls, takenAt, explained } = snapshot;
  const blocks = [
    [
      words.title,
      words.network(network),
      `${words.why(network)} [${network.rule}]`,
      words.taken(utcAmong(words, takenAt)),
      words.explained(explained),
      words.version(version),
    ],
    controls.filter(({ asked }) => asked > 0).map((group) => words.controls(group)),
    ...services.map((service) => serviceLines(service, words)),
    [words.privacy],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function serviceLines(service: ServiceAssessment, words: ReportWords): string[] {
  const { calls, messages, evidence } = service;
  return [
    words.service(service),
    `  ${words.whyService(service, 'calls')} ${ids(calls)}`,
    `  ${words.whyService(service, 'messages')} ${ids(messages)}`,
    ...evidence.map(
      (endpoint) =>
        `  - ${[endpoint.url, words.endpoint(endpoint), measured(endpoint.observation), vote(endpoint)].filter(Boolean).join(', ')}`,
    ),
  ];
}

/** What a reader may look up: the rule that decided, the mechanism, the rounds that failed of those that took part. */
const ids = ({ rule, mechanism, failing, rounds }: Judgement<string>): string =>
  `[${[rule, mechanism, `${failing}/${rounds}`].filter(Boolean).join(', ')}]`;

/** What its silence counts by, or why it does not, and the date of that. */
const vote = ({ ground, date }: EndpointEvidence): string =>
  ground ? `[${[ground, date].filter(Boolean).join(' ')}]` : '';

const measured = (observation: Observation | undefined): string =>
  observation ? [`${Math.round(observation.durationMs)} ms`, code(observation)].filter(Boolean).join(', ') : '';

/** Codes are the browser's own words; one that holds an address stays out, whatever put it there. */
const code = ({ code }: Observation): string | undefined =>
  code !== undefined && !mentionsAddress(code) ? code : undefined;
