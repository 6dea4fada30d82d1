import { addressesOf } from '../../../components/contacts.ts';
import { takeEdition } from '../../../core/catalogue/current.ts';
import { hostOf } from '../../../core/catalogue/endpoint.ts';
import type { Edition } from '../../../core/catalogue/packed.ts';
import { editionOf } from '../../../core/catalogue/packed-file.ts';
import type { StoredEdition } from '../../../core/feed/feed.ts';
import { feedSource } from '../../../core/feed/source-file.ts';

export const PACKAGED = editionOf();
const KEY = feedSource().keys[0]?.id ?? '';

/** Every host that the package's own edition may contact. */
export function packagedHosts(): string[] {
  takeEdition(PACKAGED);
  return addressesOf(
    PACKAGED.services.map(({ id }) => id),
    feedSource().mirrors.map(hostOf),
  );
}

/** A service that the package does not know, with a mark that it does not have. */
export const NEW_HOSTS = ['relay.demo.example', 'web.demo.example'];
const DEMO: Edition['services'][number] = {
  id: 'demo-caller',
  name: 'Demo Caller',
  colour: '#12ab34',
  mark: 'demo-caller',
  isDefault: true,
  endpoints: {
    signalling: [`https://${NEW_HOSTS[1]}/`],
    media: [`turn:${NEW_HOSTS[0]}:3478?transport=udp`],
  },
};

/** What a feed would have brought, as it is stored. */
export const fetched = (change: Partial<Edition> = {}, key = KEY): StoredEdition => ({
  key,
  edition: {
    ...PACKAGED,
    serial: PACKAGED.serial + 1,
    issuedOn: '2026-11-20',
    expiresOn: '2027-02-18',
    services: [...PACKAGED.services, DEMO],
    ...change,
  },
});

export const without = (id: string): StoredEdition =>
  fetched({ services: PACKAGED.services.filter((service) => service.id !== id) });

const demo = (change: object) => fetched({ services: [...PACKAGED.services, { ...DEMO, ...change }] });

/** What storage may hold after damage, or after somebody's deed: none of it may hold. */
export const UNFIT: Readonly<Record<string, unknown>> = {
  'a text': 'edition',
  'a list': [],
  'without an edition': { key: KEY },
  'signed with a key that the package does not know': fetched({}, 'somebody-elses'),
  'as old as the package’s': fetched({ serial: PACKAGED.serial }),
  'with a serial that is no number': fetched({ serial: '99' as never }),
  'with services that are no list': fetched({ services: {} as never }),
  'with a service that is none': fetched({ services: [...PACKAGED.services, null as never] }),
  'with a name that is no text': demo({ name: { toString: 'Demo Caller' } }),
  'with markup in a name': demo({ name: '<img src=x onerror=alert(1)>Demo Caller' }),
  'with a colour that is none': demo({ colour: 'url(https://demo.example/)' }),
  'with an id from the prototype': demo({ id: '__proto__' }),
  'with addresses that are no lists': demo({ endpoints: { media: 'turn:relay.demo.example:3478?transport=udp' } }),
  'with controls that are none': fetched({ controls: [7] as never }),
};
