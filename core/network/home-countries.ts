/**
 * Countries in which a time zone is kept.
 *
 * @param zonesOf the zones of a country, by its ISO 3166-1 code; undefined where the browser does not tell
 * @returns null when the browser does not tell, or knows the zone by another name
 */
export function homeCountries(
  zone: string,
  zonesOf: (country: string) => readonly string[] | undefined,
): readonly string[] | null {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const countries = codes.filter((code) => zonesOf(code)?.includes(zone));
  return countries.length > 0 ? countries : null;
}
