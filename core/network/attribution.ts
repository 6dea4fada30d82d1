/** Whose data names the networks. The licence asks for this wherever results are shown, and DB-IP for a link to it on that page. */

export const LICENCE = { name: 'CC BY 4.0', link: 'https://creativecommons.org/licenses/by/4.0/' } as const;

/** What is said of DB-IP's part, in the words that its licence gives; the link goes with it. */
export const DB_IP = { name: 'DB-IP', link: 'https://db-ip.com', notice: 'IP Geolocation by DB-IP' } as const;

/** Everyone to be named, in the order of their part in it. */
export const SOURCES = [
  { name: 'Route Views', link: 'https://www.routeviews.org' },
  DB_IP,
  { name: 'Number Resource Organization', link: 'https://www.nro.net' },
  { name: 'ip-location-db', link: 'https://github.com/sapics/ip-location-db' },
] as const;
