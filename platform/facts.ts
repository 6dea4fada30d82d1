import type { KnownFacts } from '../core/facts/fact.ts';

/** What is on record, from the extension's own files, checked when they were built. @throws Error when it can't be read */
export async function loadFacts(): Promise<KnownFacts> {
  const response = await fetch('/facts.json');
  return (await response.json()) as KnownFacts;
}
