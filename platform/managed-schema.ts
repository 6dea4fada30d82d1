import * as v from 'valibot';

/** Where an organisation has states reported to. `public/managed-schema.json` tells administrators the same. */
const ReportingSchema = v.object({
  endpoint: v.pipe(v.string(), v.check(isAllowed)),
  headers: v.fallback(
    v.record(
      v.pipe(v.string(), v.regex(/^[!#$%&'*+.^_`|~\w-]+$/)),
      v.pipe(v.string(), v.regex(/^[\t\x20-\x7e\x80-\xff]*$/)),
    ),
    {},
  ),
  place: v.fallback(v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100))), undefined),
});
export type Reporting = v.InferOutput<typeof ReportingSchema>;

/** Null unless an organisation has given an endpoint that states may be sent to. */
export function readReporting(managed: unknown): Reporting | null {
  const result = v.safeParse(ReportingSchema, managed);
  return result.success ? result.output : null;
}

/** Nobody on the way may read the states: TLS, or no way at all. */
function isAllowed(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, username, password } = new URL(endpoint);
  // `fetch` refuses credentials in an address; they belong in a header.
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** As `URL` writes host names: `127.1` is `127.0.0.1` there. */
const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
