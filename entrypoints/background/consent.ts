import { type Consent, feedUrls } from '../../core/catalogue/consent.ts';
import { hostOf } from '../../core/catalogue/endpoint.ts';
import { unpackCatalogue } from '../../core/catalogue/packed.ts';
import { loadPackaged } from '../../platform/catalogue.ts';
import { consentItem } from '../../platform/storage.ts';
import { ownServers } from './own.ts';

/**
 * What the person has agreed to, host by host. A consent from before hosts were named holds for what the package's catalogue has, and is
 * written down as that: for what a feed brings, and for the feed's own mirrors, nobody was asked then.
 */
export async function namedConsent(): Promise<Consent | null> {
  const consent = await consentItem.getValue();
  if (!consent?.agreedAt || consent.hosts !== undefined) return consent;
  const [{ services, controls, doh }, own] = await Promise.all([loadPackaged().then(unpackCatalogue), ownServers()]);
  const urls = [
    ...controls.map(({ url }) => url),
    ...services.flatMap(({ endpoints }) => endpoints.map(({ url }) => url)),
    ...services.flatMap(({ statusFeeds }) => statusFeeds.flatMap(({ url }) => feedUrls(url, doh))),
    ...own.flatMap(({ addresses }) => addresses.map(({ url }) => url)),
  ];
  const named = { ...consent, hosts: [...new Set(urls.map(hostOf))] };
  await consentItem.setValue(named);
  return named;
}
