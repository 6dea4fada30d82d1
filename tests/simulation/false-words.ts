import type { ServiceAssessment, Snapshot } from '../../core/verdict/snapshot.ts';

/** Words that accuse somebody: none of them is true where everything is open. */
const CALLS: readonly string[] = ['likely-blocked', 'unreachable', 'down'];
const MESSAGES: readonly string[] = ['likely-blocked', 'down'];
const NETWORK: readonly string[] = ['some-blocked', 'calls-blocked', 'udp-blocked'];

export interface Said {
  readonly network: string;
  readonly services: readonly { readonly id: string; readonly calls: string; readonly messages: string }[];
}

export const saidBy = (assessed: {
  readonly network: Snapshot['network'];
  readonly services: readonly ServiceAssessment[];
}): Said => ({
  network: assessed.network.state,
  services: assessed.services.map(({ id, calls, messages }) => ({ id, calls: calls.state, messages: messages.state })),
});

/** What was said falsely on an open network, as `viber/calls`, `viber/messages`, `network`. */
export const falseWords = ({ network, services }: Said): string[] => [
  ...services.flatMap(({ id, calls, messages }) => [
    ...(CALLS.includes(calls) ? [`${id}/calls`] : []),
    ...(MESSAGES.includes(messages) ? [`${id}/messages`] : []),
  ]),
  ...(NETWORK.includes(network) ? ['network'] : []),
];
