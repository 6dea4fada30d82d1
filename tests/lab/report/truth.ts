import type { Path, Phase, ServiceTruth } from '../scenario.ts';

export type Kind = 'calls' | 'messages';
export const KINDS: readonly Kind[] = ['calls', 'messages'];

export const truthOf = ({ truth }: Phase, service: string): ServiceTruth =>
  truth?.services?.[service] ?? truth?.others ?? {};

/** What is left out is open. */
export const pathOf = (phase: Phase, service: string, kind: Kind): Path => truthOf(phase, service)[kind] ?? 'open';

/** Everybody's line is bad or slow: no place to measure how quick a word is. */
export const hasBadLine = ({ faults, strained }: Phase): boolean =>
  strained !== undefined || faults.some(({ line }) => line !== undefined);
