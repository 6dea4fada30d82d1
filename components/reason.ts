import type { Judgement, ServiceAssessment } from '../core/verdict/snapshot.ts';
import { plural, t } from './text.ts';
import { recordSays } from './votes.ts';
import { mechanismKey, ruleKey } from './wording.ts';

/** Why a judgement is what it is: the sentence of its rule, and how it fails where the evidence goes that deep. */
export function reasonOf({ rule, mechanism, failing, rounds }: Judgement<string>): string {
  const reason = t(ruleKey(rule), roundsPhrase(failing, rounds));
  return mechanism ? `${reason} ${t('evidence.mechanism', t(mechanismKey(mechanism)))}` : reason;
}

/** The same of a service, with what the health record has to say. */
export const serviceReason = (assessment: ServiceAssessment, about: 'calls' | 'messages'): string =>
  `${reasonOf(assessment[about])} ${recordSays(assessment, about)}`.trim();

/** "3 of 3 rounds". */
export const roundsPhrase = (count: number, of: number): string => plural('rounds', of, count);
