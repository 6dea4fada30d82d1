import { hostOf } from '../core/catalogue/endpoint.ts';
import { CONTROLS, DOH, serviceById } from '../core/catalogue/index.ts';

/** Every host that a check of these services may contact, each once: controls, endpoints, and the status feeds of what fails. */
export function addressesOf(selection: readonly string[]): string[] {
  const services = selection.flatMap((id) => serviceById(id) ?? []);
  const feeds = services.flatMap(({ statusFeeds }) =>
    statusFeeds.flatMap(({ url }) => (url.startsWith('doh:') ? DOH : { url })),
  );
  const asked = [...CONTROLS, ...services.flatMap(({ endpoints }) => endpoints), ...feeds];
  return [...new Set(asked.map(({ url }) => hostOf(url)))].sort();
}
