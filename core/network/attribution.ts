/** Whose data names the networks. Their licence asks for this wherever results are shown. */
export interface Attribution {
  readonly name: string;
  readonly link: string;
  /** What their licence asks to be said, where it gives the words. */
  readonly notice: string;
}

export const LICENCE = {
  name: 'CC BY 4.0',
  link: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

export const ATTRIBUTIONS: readonly Attribution[] = [
  { name: 'DB-IP', link: 'https://db-ip.com', notice: 'IP Geolocation by DB-IP' },
  { name: 'Route Views', link: 'https://www.routeviews.org', notice: 'Routes by Route Views' },
  { name: 'Number Resource Organization', link: 'https://www.nro.net', notice: 'Registrations by the NRO' },
];

/** The packages that merged them, and what is changed here: the licence asks for both. */
export const COMPILED_BY = { name: 'ip-location-db', link: 'https://github.com/sapics/ip-location-db' } as const;
