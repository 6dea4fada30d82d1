import type { Any, Expectation, ServiceExpectation } from './scenario.ts';

/** As much of the check command's document as scenarios speak of. */
export interface Verdict {
  readonly network: Said;
  readonly services: readonly { readonly id: string; readonly calls: Said; readonly messages: Said }[];
}

interface Said {
  readonly state: string;
  readonly mechanism?: string;
  readonly rule: string;
}

/** What was said otherwise than expected, one line each. */
export function differences({ network, services }: Verdict, expected: Expectation): string[] {
  const judged = services.flatMap(({ id, calls, messages }) => {
    const wanted: ServiceExpectation = expected.services?.[id] ?? expected.others ?? {};
    return [
      ...unlike(`${id}: calls`, calls, 'state', wanted.calls),
      ...unlike(`${id}: calls' mechanism`, calls, 'mechanism', wanted.mechanism),
      ...unlike(`${id}: messages`, messages, 'state', wanted.messages),
      ...unlike(`${id}: messages' mechanism`, messages, 'mechanism', wanted.messagesMechanism),
      ...forbidden(`${id}: calls`, calls, expected.never?.calls),
      ...forbidden(`${id}: messages`, messages, expected.never?.messages),
    ];
  });
  const missing = Object.keys(expected.services ?? {}).filter((id) => !services.some((service) => service.id === id));
  return [
    ...unlike('network', network, 'state', expected.network),
    ...judged,
    ...missing.map((id) => `${id}: nothing was said`),
  ];
}

function unlike(what: string, said: Said, field: 'state' | 'mechanism', wanted: Any<string> | undefined): string[] {
  if (wanted === undefined) return [];
  const accepted: readonly string[] = typeof wanted === 'string' ? [wanted] : wanted;
  const value = said[field] ?? 'none';
  return accepted.includes(value) ? [] : [`${what}: ${value} (${said.rule}), not ${accepted.join(' or ')}`];
}

const forbidden = (what: string, { state, rule }: Said, never: readonly string[] = []): string[] =>
  never.includes(state) ? [`${what}: ${state} (${rule}), which must not be said`] : [];
