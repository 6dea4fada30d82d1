import { homeCountries } from '../core/network/home-countries.ts';

/** Intl Locale Info: Chromium has it, Firefox does not, and TypeScript knows it by neither of its names. */
interface ZonedLocale {
  getTimeZones?(): readonly string[] | undefined;
  readonly timeZones?: readonly string[];
}

let known: { readonly zone: string; readonly countries: readonly string[] | null } | null = null;

/** Countries of the time zone that this device is set to; null where the browser does not tell. */
export function deviceCountries(): readonly string[] | null {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  // Asking for every country takes a tenth of a second.
  if (known?.zone !== zone) known = { zone, countries: homeCountries(zone, zonesOf) };
  return known.countries;
}

const zonesOf = (country: string): readonly string[] | undefined => {
  const locale: ZonedLocale = new Intl.Locale(`und-${country}`);
  return locale.getTimeZones?.() ?? locale.timeZones;
};
