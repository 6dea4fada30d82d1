import { type EndpointHealth, standingOf } from '../catalogue/health.ts';
import type { Edition } from '../catalogue/packed.ts';
import * as is from '../shape.ts';
import { isExpired } from './dates.ts';
import type { FeedSource, StoredEdition } from './feed.ts';

/** What is read may be damaged. It was checked by the whole schema before (`schema.ts`): this is what reading it takes. */
export const isEdition = is.object<Edition>({
  serial: is.count,
  issuedOn: is.text,
  expiresOn: is.optional(is.text),
  services: is.list(
    is.object<Edition['services'][number]>({
      id: is.like(/^[a-z][a-z0-9-]*$/),
      name: is.like(/^[^<>\p{Cc}]+$/u),
      colour: is.like(/^#[0-9a-f]{6}$/),
      mark: is.optional(is.text),
      successor: is.optional(is.text),
      retired: is.optional(is.oneOf(true)),
      isDefault: is.optional(is.oneOf(true)),
      families: is.optional(is.list(is.text)),
      usual: is.optional(is.object({ countries: is.list(is.text), languages: is.list(is.text) })),
      statusFeeds: is.optional(
        is.list(is.object({ url: is.text, format: is.text as is.Fits<'statuspage'>, component: is.optional(is.text) })),
      ),
      endpoints: is.record(is.list(is.text)),
    }),
  ),
  controls: is.list(is.object({ url: is.text, kind: is.text as is.Fits<'stun'>, operator: is.text })),
  doh: is.list(is.object({ url: is.text, operator: is.text })),
  health: is.object<Edition['health']>({
    updatedOn: is.either(is.text, is.oneOf(null)),
    endpoints: is.record(
      is.object<EndpointHealth>({
        asked: is.text,
        places: is.count,
        answered: is.optional(is.text),
        how: is.optional(is.text),
        silentSince: is.optional(is.text),
      }),
    ),
  }),
});
const isStored = is.object<StoredEdition>({ key: is.text, edition: isEdition });

/** A fetched edition that may hold beside the package's; null: it does not fit, its key is not the package's any more, or it is not newer. */
export function readStored(stored: unknown, packaged: Edition, keys: FeedSource['keys']): Edition | null {
  if (!isStored(stored)) return null;
  const { key, edition } = stored;
  if (!keys.some(({ id }) => id === key) || edition.serial <= packaged.serial) return null;
  // The pictures are the package's.
  const marks = new Set(packaged.services.map(({ mark }) => mark));
  const services = edition.services.map(({ mark, ...rest }) => ({ ...rest, ...(mark && marks.has(mark) && { mark }) }));
  return { ...edition, services };
}

/**
 * What nobody has renewed vouches for nothing. It goes on speaking against what was silent for long: servers that are gone get no vote back, or
 * every installation would call them blocked on the same day. The addresses stay: they are the newest that there are.
 */
export function inItsTime(edition: Edition, now: number): Edition {
  if (!isExpired(edition, now)) return edition;
  const against = Object.entries(edition.health.endpoints).filter(([, health]) => standingOf(health) !== 'unknown');
  return { ...edition, health: { ...edition.health, endpoints: Object.fromEntries(against) } };
}
