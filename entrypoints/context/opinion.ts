import { computed, signal } from '@preact/signals';
import type { OpinionModel } from '../../components/context/model.ts';
import type { StoredOpinion } from '../../core/ooni/opinion.ts';
import { questionOf } from '../../core/ooni/question.ts';
import { readOpinions } from '../../core/ooni/stored.ts';
import { opinionPermission, renewOpinion } from '../../platform/opinion.ts';
import { opinionItem } from '../../platform/storage.ts';

/** The part of the page's model that the second opinion is shown from. */
export function createOpinion({ here, country }: Pick<OpinionModel, 'here' | 'country'>): OpinionModel {
  const stored = signal<StoredOpinion | null>(null);
  const show = (known: unknown) => {
    stored.value = readOpinions(known);
  };
  void opinionItem.getValue().then(show);
  opinionItem.watch(show);
  const about = computed(() => {
    const chosen = country.value;
    if (chosen === null) return null;
    const at = here.value;
    return { country: chosen, asn: at && at.country === chosen && !at.isTunnel && !at.isWebApart ? at.asn : null };
  });
  const isAsking = signal(false);
  return {
    here,
    country,
    about,
    stored,
    isAsking,
    async ask() {
      const place = about.peek();
      if (!place || isAsking.peek()) return;
      isAsking.value = true;
      try {
        // In the click's own turn: after an `await` the browser no longer takes it for one.
        const isAllowed = await opinionPermission.request().catch(() => false);
        await renewOpinion(
          questionOf(place.country, place.asn, Date.now()),
          async (question) =>
            isAllowed ? (await import('../../platform/ooni.ts')).askOoni(question) : { problem: 'no-permission' },
          readOpinions,
        );
      } finally {
        isAsking.value = false;
      }
    },
  };
}
