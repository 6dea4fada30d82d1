import type { Any, Expectation, ServiceExpectation, WhereExpectation } from './scenario.ts';

/** As much of the check command's document as scenarios speak of. */
export interface Verdict {
  readonly network: Said;
  readonly where?: {
    readonly operator: string | null;
    readonly hints: readonly string[];
    readonly blockedSince: readonly { readonly subject: string; readonly kind: string; readonly since: string }[];
  } | null;
  readonly services: readonly { readonly id: string; readonly calls: Said; readonly messages: Said }[];
}

type Located = Pick<Verdict, 'where'>;

interface Said {
  readonly state: string;
  readonly mechanism?: string;
  readonly rule: string;
}

/** What was said otherwise than expected, one line each. */
export function differences(document: Verdict, expected: Expectation, earlier: readonly Located[] = []): string[] {
  const { network, services } = document;
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
    ...elsewhere(document, expected.where, earlier),
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

/** What is known of the network, and what is held against it. */
function elsewhere({ where }: Verdict, wanted: WhereExpectation | undefined, earlier: readonly Located[]): string[] {
  if (!wanted) return [];
  if (!where) return ['where: nothing was filed'];
  const named = (of: Located['where']) =>
    new Map(of?.blockedSince.map(({ subject, kind, since }) => [`${subject}/${kind}`, since]));
  const open = named(where);
  const { operator, hints, blocked } = wanted;
  const told = (what: string, said: unknown, right: unknown) =>
    JSON.stringify(said) === JSON.stringify(right)
      ? []
      : [`${what}: ${JSON.stringify(said)}, not ${JSON.stringify(right)}`];
  return [
    ...(operator === undefined ? [] : told('operator', where.operator, operator)),
    ...(hints === undefined ? [] : told('hints', where.hints, hints)),
    ...(blocked === undefined ? [] : told('open spells', [...open.keys()].sort(), Object.keys(blocked).sort())),
    ...Object.entries(blocked ?? {}).flatMap(([name, phase]) =>
      phase === 'new' ? [] : told(`${name} blocked since`, open.get(name), named(earlier[phase - 1]?.where).get(name)),
    ),
  ];
}
