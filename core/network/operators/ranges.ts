/** Whose the addresses are from `first` up to, and without, `end`, counted in /24 for IPv4 and /48 for IPv6. */
export interface Range<Value> {
  readonly first: number;
  readonly end: number;
  readonly value: Value;
}

/** A part of the address space up to the next one's `first`. Undefined: nobody uses it. */
export interface Part {
  readonly first: number;
  readonly country: string | undefined;
  readonly asn: number | undefined;
}

/**
 * A file of ip-location-db: first and last address as decimal numbers, then the value. What does not fill half of a /24 or /48 is
 * dropped, or goes to whoever has the greater part.
 */
export function readRanges(csv: string, family: 4 | 6): { ranges: Range<string>[]; names: Map<string, string> } {
  const unit = family === 4 ? 2n ** 8n : 2n ** 80n;
  const round = (address: bigint): number => Number((address + unit / 2n) / unit);
  const ranges: Range<string>[] = [];
  const names = new Map<string, string>();
  for (const line of csv.split('\n')) {
    const [, from, to, value, name] = /^(\d+),(\d+),([^,]+)(?:,(.*))?$/.exec(line) ?? [];
    if (from === undefined || to === undefined || value === undefined) continue;
    if (name !== undefined) names.set(value, name.replace(/^"(.*)"$/, '$1').replaceAll('""', '"'));
    const [first, end] = [round(BigInt(from)), round(BigInt(to) + 1n)];
    if (first < end) ranges.push({ first, end, value });
  }
  return { ranges, names };
}

/** Addresses that belong to nobody by decree (RFC 6890 and successors): they stay nameless, whatever the data says. */
const RESERVED: Readonly<Record<4 | 6, readonly Range<null>[]>> = {
  4: (
    [
      ['0.0.0', 8],
      ['10.0.0', 8],
      ['100.64.0', 10],
      ['127.0.0', 8],
      ['169.254.0', 16],
      ['172.16.0', 12],
      ['192.0.0', 24],
      ['192.0.2', 24],
      ['192.168.0', 16],
      ['198.18.0', 15],
      ['198.51.100', 24],
      ['203.0.113', 24],
      ['224.0.0', 3],
    ] as const
  ).map(([prefix, bits]) => {
    const first = prefix.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
    return { first, end: first + 2 ** (24 - bits), value: null };
  }),
  6: [
    { first: 0, end: 0x2000_0000_0000, value: null },
    { first: 0x2001_0db8_0000, end: 0x2001_0db9_0000, value: null },
    { first: 0x4000_0000_0000, end: 2 ** 48, value: null },
  ],
};

/** Lays countries and systems over each other, from the first address to the last. Reserved addresses have no country and AS 0. */
export function overlay(family: 4 | 6, countries: readonly Range<string>[], systems: readonly Range<string>[]): Part[] {
  const layers = [RESERVED[family], countries, systems];
  const cuts = new Set([0]);
  for (const layer of layers) for (const { first, end } of layer) cuts.add(first).add(end);
  cuts.delete(2 ** (family === 4 ? 24 : 48));
  const [reserved, country, asn] = [follow(RESERVED[family]), follow(countries), follow(systems)];
  const parts: Part[] = [];
  for (const first of [...cuts].sort((a, b) => a - b)) {
    const system = asn(first);
    const part =
      reserved(first) === null
        ? { first, country: '', asn: 0 }
        : { first, country: country(first), asn: Number(system ?? 0) };
    const last = parts.at(-1);
    if (last === undefined || last.country !== part.country || last.asn !== part.asn) parts.push(part);
  }
  return parts;
}

/** The value at ever higher places; ranges are in order. */
function follow<Value>(ranges: readonly Range<Value>[]): (place: number) => Value | undefined {
  let i = 0;
  return (place) => {
    while (i < ranges.length && (ranges[i]?.end ?? 0) <= place) i++;
    const range = ranges[i];
    return range !== undefined && range.first <= place ? range.value : undefined;
  };
}
