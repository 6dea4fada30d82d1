import { WHENS } from '../../components/compare/sides.ts';
import { TERMS } from '../../components/help/terms.ts';
import { PARTS } from '../../components/options/model.ts';
import {
  callsKey,
  controlKey,
  explanationKey,
  hintKey,
  mechanismKey,
  messagesKey,
  networkKey,
  outcomeKey,
  refusalKey,
  roleKey,
  ruleKey,
  tooltipKey,
  underscored,
} from '../../components/wording.ts';
import { CALL_CONCLUSIONS, CALL_ENDS, CALL_STAGES } from '../../core/call/call.ts';
import type { CallQuality } from '../../core/call/quality.ts';
import { ACCESSES, CONFIDENCES, COVERED, FACT_KINDS } from '../../core/facts/fact.ts';
import { FEED_PROBLEMS } from '../../core/feed/feed.ts';
import { FORMATS } from '../../core/history/export/share.ts';
import { REFUSALS } from '../../core/history/import.ts';
import { SPELL_KINDS } from '../../core/history/records.ts';
import { HINTS } from '../../core/network/hints.ts';
import { OPINION_WORDS } from '../../core/ooni/comparison.ts';
import { OPINION_PROBLEMS } from '../../core/ooni/opinion.ts';
import { PROBLEMS } from '../../core/own/problems.ts';
import { RULE_IDS } from '../../core/verdict/rules.ts';
import type { EndpointEvidence } from '../../core/verdict/snapshot.ts';
import { CALL_STATES, MECHANISMS, MESSAGE_STATES, NETWORK_STATES } from '../../core/vocabulary.ts';

/**
 * Keys that the code builds from ids, so that no source names them: the ids come from the same tables as in the product. A text whose key
 * is built in a new way has its line here.
 */
export const DERIVED: ReadonlySet<string> = new Set<string>([
  ...CALL_STATES.map(callsKey),
  ...MESSAGE_STATES.map(messagesKey),
  ...NETWORK_STATES.map(networkKey),
  ...MECHANISMS.flatMap((mechanism) => [mechanismKey(mechanism), explanationKey(mechanism)]),
  ...TERMS.flatMap((term) => [`help.terms.${term}`, `help.terms.${term}_is`]),
  ...RULE_IDS.map(ruleKey),
  ...HINTS.map(hintKey),
  ...(['signalling', 'call-setup', 'media'] as const).map(roleKey),
  ...(['stun', 'https', 'portal', 'relay'] as const).map(controlKey),
  ...[...NETWORK_STATES, 'checking' as const, 'not-checked' as const].map(tooltipKey),
  ...(['answered', 'failed', 'silent', 'inconclusive', undefined] as const).map((outcome) =>
    outcomeKey((outcome ? { observation: { outcome } } : {}) as EndpointEvidence),
  ),
  ...(['wifi', 'cellular', 'ethernet'] as const).map((connection) => `connection.${connection}`),
  ...(['calls', 'messages'] as const).map((kind) => `works.${kind}`),
  ...['blocked', 'blocked_on', 'works', 'works_on', 'works_after', 'works_on_after'].map(
    (way) => `notification.${way}`,
  ),
  ...FORMATS.flatMap((format) => [`export.${format}`, `export.${format}_hint`]),
  ...SPELL_KINDS.map((kind) => `export.spell_${kind}`),
  ...(['worked', 'failed'] as const).map((word) => `export.own_${word}`),
  ...(['copied', 'copy_failed'] as const).map((result) => `export.${result}`),
  ...REFUSALS.map(refusalKey),
  ...PARTS.map((part) => `options.part.${part}`),
  ...(['system', 'light', 'dark'] as const).map((theme) => `options.look.themes.${theme}`),
  ...FEED_PROBLEMS.map((problem) => `options.diagnostics.feed.${underscored(problem)}`),
  ...(['from', 'until'] as const).map((end) => `options.notifications.${end}`),
  ...OPINION_WORDS.map((word) => `opinion.word.${underscored(word)}`),
  ...OPINION_PROBLEMS.map((problem) => `opinion.problem.${underscored(problem)}`),
  ...PROBLEMS.map((id) => `servers.problem.${underscored(id)}`),
  ...CALL_STAGES.map((stage) => `servers.call.stages.${underscored(stage)}`),
  ...CALL_ENDS.map((end) => `servers.call.end.${underscored(end)}`),
  ...CALL_CONCLUSIONS.map((conclusion) => `servers.call.advice.${underscored(conclusion)}`),
  ...(['good', 'fair', 'poor', 'bad'] satisfies CallQuality[]).map((quality) => `servers.call.quality.${quality}`),
  ...FACT_KINDS.map((kind) => `facts.kind.${underscored(kind)}`),
  ...COVERED.map((one) => `facts.what.${one}`),
  ...ACCESSES.map((one) => `facts.by.${one}`),
  ...CONFIDENCES.map((one) => `facts.confidence.${one}`),
  ...WHENS.map((when) => `compare.when_${when}`),
  ...(['calls', 'messages'] as const).flatMap((kind) =>
    (['gained', 'lost'] as const).flatMap((change) => [`compare.${kind}_${change}`, `compare.${kind}_${change}_on`]),
  ),
]);
