import type { GeneratedI18nStructure } from '#i18n';
import type { Refusal } from '../core/history/import.ts';
import type { HintId } from '../core/network/hints.ts';
import type { RuleId } from '../core/verdict/rules.ts';
import type { ControlGroup, EndpointEvidence, Judgement } from '../core/verdict/snapshot.ts';
import type { CallState, Mechanism, MessageState, NetworkState } from '../core/vocabulary.ts';

/**
 * From ids to the keys of their texts in `locales/`. The return types prove that every id has a text: an id without one does not
 * compile. Badge and notifications take their words from here as well.
 */

export type TextKey = keyof GeneratedI18nStructure;

export const networkKey = (state: NetworkState) => `network.${underscored(state)}` as const satisfies TextKey;
export const callsKey = (state: CallState) => `calls.${underscored(state)}` as const satisfies TextKey;
export const messagesKey = (state: MessageState) => `messages.${underscored(state)}` as const satisfies TextKey;
export const ruleKey = (rule: RuleId) => `rule.${underscored(rule)}` as const satisfies TextKey;
export const mechanismKey = (mechanism: Mechanism) => `mechanism.${underscored(mechanism)}` as const satisfies TextKey;
/** What a mechanism is, in a sentence. */
export const explanationKey = (mechanism: Mechanism) =>
  `help.mechanisms.${underscored(mechanism)}` as const satisfies TextKey;
export const roleKey = (role: EndpointEvidence['role']) => `role.${underscored(role)}` as const satisfies TextKey;
export const controlKey = (kind: ControlGroup['kind']) => `control.${kind}` as const satisfies TextKey;
export const hintKey = (hint: HintId) => `network_hint.${underscored(hint)}` as const satisfies TextKey;

export const refusalKey = (refusal: Refusal) => `import.${underscored(refusal)}` as const satisfies TextKey;

/** The tooltip of the toolbar button. `some-blocked` takes the names of the services. */
export const tooltipKey = (state: NetworkState | 'checking' | 'not-checked') =>
  `tooltip.${underscored(state)}` as const satisfies TextKey;

/** What one server did, or that this round did not ask it. */
export const outcomeKey = ({ observation }: EndpointEvidence) =>
  `outcome.${observation?.outcome ?? 'not_asked'}` as const satisfies TextKey;

/** The sentence of the verdict. Some evidence below the floor deserves better words than "not enough". */
export function verdictKey({ state, rule }: Judgement<NetworkState>) {
  if (rule === 'network.no-round') return 'verdict.not_checked';
  if (rule === 'network.confirming' || rule === 'network.udp-confirming') return 'verdict.confirming';
  return networkKey(state);
}

/** Keys of plural texts, without their category. */
export type PluralBase = TextKey extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;

type Underscored<Id extends string> = Id extends `${infer Head}.${infer Tail}`
  ? `${Underscored<Head>}_${Underscored<Tail>}`
  : Id extends `${infer Head}-${infer Tail}`
    ? `${Head}_${Underscored<Tail>}`
    : Id;

/** Message names allow letters, digits, `_` and `@` only. */
export const underscored = <Id extends string>(id: Id) => id.replaceAll(/[.-]/g, '_') as Underscored<Id>;
