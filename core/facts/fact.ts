/**
 * What is on public record about calls in a country: shown beside the answer with its date and its sources, and never evidence. Nothing of
 * it enters a verdict.
 */

export const FACT_KINDS = [
  'cut',
  'extended',
  'disturbed',
  'partly-restored',
  'restored',
  'statement',
  'law',
  'order',
  'estimate',
  'licensed',
  'reported',
  'measured',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export const COVERED = ['calls', 'messages', 'service'] as const;
export const ACCESSES = ['mobile', 'wifi', 'adsl', 'fixed'] as const;
/** `weak`: nobody who could know has said it, or sources disagree. */
export const CONFIDENCES = ['official', 'research', 'press', 'weak'] as const;

export interface FactSource {
  readonly title: string;
  readonly publisher: string;
  /** An ISO day, month or year: when it was published. */
  readonly date?: string;
  readonly url?: string;
}

export interface Fact {
  readonly kind: FactKind;
  /** An ISO day, month or year, as exact as the sources are. */
  readonly date: string;
  /** Where it lasted, and its end is known. */
  readonly until?: string;
  readonly covers: {
    readonly what: readonly (typeof COVERED)[number][];
    /** Ids of the catalogue; names of services that it does not have. */
    readonly services?: readonly string[];
    readonly operators?: readonly string[];
    readonly access?: readonly (typeof ACCESSES)[number][];
  };
  /** One or two sentences in English. */
  readonly text: string;
  readonly confidence: (typeof CONFIDENCES)[number];
  readonly sources: readonly FactSource[];
  /** The ISO day or month when somebody last compared it with its sources. */
  readonly checked: string;
}

/** By country (ISO 3166-1), each from the oldest fact to the newest. */
export type KnownFacts = Readonly<Record<string, readonly Fact[]>>;
