import { homeCountries } from '../core/network/home-countries.ts';

/** Intl Locale Info: Chromium has it, Firefox does not, and TypeScript knows it by neither of its names. */
interface ZonedLocale {
  getTimeZones?(): readonly string[] | undefined;
  readonly timeZones?: readonly string[];
}

/**
 * Countries of the time zone that this device is set to; null where the browser does not tell.
 *
 * @param likely the one to ask for first: asking for every country takes a tenth of a second
 */
export function deviceCountries(likely: string | null): readonly string[] | null {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return likely !== null && zonesOf(likely)?.includes(zone) ? [likely] : homeCountries(zone, zonesOf);
}

const zonesOf = (country: string): readonly string[] | undefined => {
  const locale: ZonedLocale = new Intl.Locale(`und-${country}`);
  return locale.getTimeZones?.() ?? locale.timeZones;
};
