import { computed, signal } from '@preact/signals';
import type { ContextModel, Here } from '../../components/context/model.ts';
import type { KnownFacts } from '../../core/facts/fact.ts';
import { complain } from '../../platform/complaints.ts';
import { loadFacts } from '../../platform/facts.ts';
import { placeItem } from '../../platform/storage.ts';
import { readHere } from './here.ts';
import { createOpinion } from './opinion.ts';

interface Stored {
  readonly here: Here | null;
  readonly facts: KnownFacts | null;
}

export async function readStored(): Promise<Stored> {
  const [place, facts] = await Promise.all([
    placeItem.getValue(),
    loadFacts().catch((error: unknown) => {
      complain('facts not read', error);
      return null;
    }),
  ]);
  return { here: readHere(place), facts };
}

/** The country is the one that the address names, else that of the last check; the address keeps what was chosen. */
export function createModel(first: Stored): ContextModel {
  const here = signal(first.here);
  placeItem.watch((place) => {
    here.value = readHere(place);
  });
  const hash = signal(location.hash);
  addEventListener('hashchange', () => {
    hash.value = location.hash;
  });
  const country = computed(() => countryOf(hash.value) ?? here.value?.country ?? null);
  return {
    here,
    country,
    facts: first.facts,
    opinion: createOpinion({ here, country }),
    choose(country) {
      history.replaceState(null, '', `#${country}`);
      hash.value = location.hash;
    },
  };
}

const countryOf = (hash: string): string | null => /^#([A-Z]{2})$/.exec(hash)?.[1] ?? null;
