import type { ReadonlySignal } from '@preact/signals';
import type { KnownFacts } from '../../core/facts/fact.ts';
import type { NetworkExit } from '../../core/network/exit.ts';
import type { OpinionQuestion, StoredOpinion } from '../../core/ooni/opinion.ts';

/** Where the last check was made from, as far as it is known. */
export interface Here extends NetworkExit {
  readonly operator: string | null;
}

/** What the second opinion is about. */
export interface OpinionModel {
  readonly here: ReadonlySignal<Here | null>;
  /** The country that the page speaks of, which may be another than that of `here`. Null: none is known, and none chosen. */
  readonly country: ReadonlySignal<string | null>;
  /** What would be asked about. The operator only where it is the one that this device is on. */
  readonly about: ReadonlySignal<Pick<OpinionQuestion, 'country' | 'asn'> | null>;
  readonly stored: ReadonlySignal<StoredOpinion | null>;
  readonly isAsking: ReadonlySignal<boolean>;
  /** Must run inside the click: it may ask for the permission. */
  ask(): Promise<void>;
}

export interface ContextModel extends Pick<OpinionModel, 'here' | 'country'> {
  /** Null: it could not be read. */
  readonly facts: KnownFacts | null;
  readonly opinion: OpinionModel;
  /** Another country to speak of. */
  choose(country: string): void;
}
