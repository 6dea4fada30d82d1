import type { ServiceAssessment } from '../core/verdict/snapshot.ts';

/** What a person can use right now: whole calls where there are any, else whatever carries a message. */
export type WorksNow = { readonly kind: 'calls' | 'messages'; readonly ids: readonly string[] };

/** Null when nothing is known to work. */
export function worksNow(services: readonly ServiceAssessment[]): WorksNow | null {
  const calls = services.filter(({ calls }) => calls.state === 'clear');
  if (calls.length > 0) return { kind: 'calls', ids: calls.map(({ id }) => id) };
  const messages = services.filter(({ messages }) => messages.state === 'reachable');
  return messages.length > 0 ? { kind: 'messages', ids: messages.map(({ id }) => id) } : null;
}
