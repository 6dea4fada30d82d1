import { CALL_RULES, MESSAGE_RULES, NETWORK_RULES, type RuleId } from '../../core/verdict/rules.ts';
import {
  type CallState,
  MECHANISMS,
  type Mechanism,
  type MessageState,
  type NetworkState,
} from '../../core/vocabulary.ts';
import type { ArticleId } from './articles.ts';

/** Where an address on the help page leads. The part after `#` is all that decides, so that every place can be linked to and reloaded. */
export type Place =
  | { readonly kind: 'index'; readonly isLost: boolean }
  | { readonly kind: 'article'; readonly id: ArticleId }
  | { readonly kind: 'words'; readonly mechanism: Mechanism | null };

type AnyState = CallState | MessageState | NetworkState;

/** What help can be asked about: the rule that decided, or a state where the rule is not known. */
export type Topic = RuleId | AnyState;

/** Every verdict leads to an article; those of which a person would ask the same share one. */
const BY_STATE: Record<AnyState, ArticleId> = {
  clear: 'clear',
  reachable: 'clear',
  'likely-blocked': 'likely-blocked',
  'some-blocked': 'likely-blocked',
  'calls-blocked': 'likely-blocked',
  suspected: 'suspected',
  unreachable: 'unreachable',
  'udp-blocked': 'udp-blocked',
  impaired: 'impaired',
  down: 'down',
  insufficient: 'insufficient',
  untestable: 'untestable',
  retired: 'retired',
  'sign-in-needed': 'sign-in-needed',
  offline: 'offline',
  'browser-restricted': 'browser-restricted',
};

/** Rules that know better than their state. */
const BY_RULE: Partial<Record<RuleId, ArticleId>> = {
  'network.confirming': 'suspected',
  'network.udp-confirming': 'suspected',
  'calls.offline': 'offline',
  'messages.offline': 'offline',
  'calls.sign-in': 'sign-in-needed',
  'messages.sign-in': 'sign-in-needed',
  'calls.browser-restricted': 'browser-restricted',
  'calls.signalling-untestable': 'untestable',
  'calls.nothing-testable': 'untestable',
  'messages.untestable': 'untestable',
  'messages.retired': 'retired',
  // Messages that are blocked are a service that is.
  'messages.silent': 'unreachable',
};

const ARTICLE_OF: ReadonlyMap<string, ArticleId> = new Map<Topic, ArticleId>([
  ...(Object.entries(BY_STATE) as [AnyState, ArticleId][]),
  ...[...CALL_RULES, ...MESSAGE_RULES, ...NETWORK_RULES].map(
    ([rule, state]) => [rule, BY_RULE[rule] ?? BY_STATE[state]] as const,
  ),
]);

/** @param hash as an address has it; it may come from anywhere */
export function placeOf(hash: string): Place {
  const word = hash.replace(/^#/, '');
  if (word === '' || word === 'answers') return { kind: 'index', isLost: false };
  if (word === 'words') return { kind: 'words', mechanism: null };
  const mechanism = MECHANISMS.find((one) => one === word);
  if (mechanism) return { kind: 'words', mechanism };
  const id = ARTICLE_OF.get(word);
  return id ? { kind: 'article', id } : { kind: 'index', isLost: true };
}
