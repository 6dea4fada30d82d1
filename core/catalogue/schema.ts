import * as v from 'valibot';
import { FEED_FORMATS } from './runtime.ts';

/**
 * The shape of the catalogue's data files, checked at build time and in tests; the package carries only what the product reads
 * (see `runtime.ts`). One file a service in `services/`, one file `controls.json` for the controls.
 */

const Confidence = v.picklist(['official-doc', 'own-source', 'third-party-observation', 'guess']);
const IsoDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}(-\d{2})?$/));
export const Id = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]*$/),
  v.check((id) => !(id in {}), 'records that are looked up by id have this name of their own'),
);

/** `https://host[:port]/path`, `http://` for portal controls only, `wss://`, `stun:host:port`, `turn:host:port?transport=udp|tcp`, `turns:host:port`. */
export const EndpointUrl = v.pipe(
  v.string(),
  v.regex(/^(https?:\/\/|wss:\/\/|stun:[^/?]+:\d+$|turn:[^/?]+:\d+\?transport=(udp|tcp)$|turns:[^/?]+:\d+$)/),
);

const Provenance = {
  /** Where it was read. */
  source: v.pipe(v.string(), v.minLength(3)),
  confidence: Confidence,
  /** When the source was written or checked. */
  date: IsoDate,
  note: v.optional(v.string()),
};

export const EndpointRecord = v.pipe(
  v.strictObject({
    /**
     * - `signalling`: messages and call signalling.
     * - `call-setup`: a web host that calls need and messages do not (an SFU's front, a TURN-credential service). Shown; not a relay.
     * - `media`: a STUN server or TURN relay.
     * - `cdn`, `control`: recorded, never contacted by a check.
     * - `status`: read only after the service has failed here.
     */
    role: v.picklist(['signalling', 'call-setup', 'media', 'cdn', 'status', 'control']),
    url: EndpointUrl,
    /** `primary` and `supporting` are asked; `experimental` is asked and must earn its vote; `recorded` is a claim on file, never contacted. */
    use: v.picklist(['primary', 'supporting', 'experimental', 'recorded']),
    /** Its silence counts as evidence without ever having answered here: an official document or the service's own source names it. */
    verified: v.boolean(),
    /**
     * Fails in every browser even where nothing is blocked: it has its own certificate authority, or speaks no HTTP. That it fails at
     * once is then no hint of anything.
     */
    refusesBrowsers: v.optional(v.boolean()),
    /** What a healthy answer looks like. */
    expect: v.optional(v.string()),
    ...Provenance,
  }),
  v.check(
    ({ verified, confidence, use }) =>
      !verified || (['official-doc', 'own-source'].includes(confidence) && use === 'primary'),
    'verified needs an official document or the own source, and primary use',
  ),
  v.check(
    ({ verified, url }) => !verified || !url.startsWith('wss:'),
    'a WebSocket that refuses an extension looks like one that is blocked: it must earn its vote',
  ),
  v.check(({ url }) => !url.startsWith('http:'), 'plain HTTP is for controls that find captive portals'),
);

export const StatusFeedRecord = v.strictObject({
  /** `https://…`, or `doh:name` for a flag in DNS. */
  url: v.pipe(v.string(), v.regex(/^(https:\/\/|doh:)/)),
  /** `other`: on file, never read; its note says why. */
  format: v.picklist([...FEED_FORMATS, 'other']),
  /** The part of the feed that speaks of this service. */
  component: v.optional(v.string()),
  /** Can be read only with host access: it does not allow everybody to. */
  needsAccess: v.optional(v.literal(true)),
  /** Speaks of interfaces for businesses of the same maker, not of the service. */
  related: v.optional(v.literal(true)),
  note: v.optional(v.string()),
  source: v.string(),
});

/** Where a service is the usual one for calls: it is suggested there. Without this it is suggested everywhere or nowhere, as `default` says. */
const Usual = v.strictObject({
  /** ISO 3166-1 codes. */
  countries: v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  /** Languages whose speakers use it wherever they are; `zh` stands for `zh-TW` too. */
  languages: v.array(v.pipe(v.string(), v.regex(/^[a-z]{2}(-[A-Z]{2})?$/))),
  ...Provenance,
});

export const ServiceRecord = v.pipe(
  v.strictObject({
    id: Id,
    name: v.pipe(v.string(), v.minLength(1)),
    state: v.picklist(['active', 'retired']),
    retiredOn: v.optional(IsoDate),
    /** id of the service to use instead. */
    successor: v.optional(Id),
    /** Checked unless the person chooses otherwise. */
    default: v.optional(v.boolean(), false),
    usual: v.optional(Usual),
    /** Its brand colour, `#rrggbb`. */
    colour: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/)),
    /** Name of its mark in `public/marks/`, where its licence allows one. */
    mark: v.optional(Id),
    /** Whether calls work in its web app. */
    webCalls: v.strictObject({ value: v.picklist(['yes', 'partly', 'no', 'unknown']), ...Provenance }),
    families: v.array(v.string()),
    callPorts: v.array(v.strictObject({ transport: v.string(), ports: v.string(), ...Provenance })),
    endpoints: v.array(EndpointRecord),
    statusFeeds: v.array(StatusFeedRecord),
    note: v.optional(v.string()),
  }),
  v.check(({ state, retiredOn }) => (state === 'retired') === (retiredOn !== undefined), 'retired needs a date'),
  v.check(
    ({ endpoints }) => new Set(endpoints.map((e) => `${e.role} ${e.url}`)).size === endpoints.length,
    'an endpoint is listed twice',
  ),
);
export type ServiceRecord = v.InferOutput<typeof ServiceRecord>;

/** The addresses that each kind of control may have. */
export const CONTROL_URLS = {
  stun: /^stun:/,
  https: /^https:/,
  portal: /^http:/,
  relay: /^turns?:/,
  doh: /^https:.*[?&]name=\{name\}/,
};

export const ControlRecord = v.pipe(
  v.strictObject({
    /**
     * `stun` measures UDP, `https` measures TCP with TLS, `portal` is plain HTTP and finds captive portals, `relay` is TURN.
     * `doh` is no measure: it answers DNS over HTTPS with JSON, for `{name}` in its address, and reads a status flag kept in DNS.
     */
    kind: v.picklist(['stun', 'https', 'portal', 'relay', 'doh']),
    url: EndpointUrl,
    /** Who runs it: three operators make a control group. */
    operator: v.pipe(v.string(), v.minLength(1)),
    /** `primary` is asked in every round (a `doh`: when a flag is to be read); `supporting` and `recorded` are kept as replacements. */
    use: v.picklist(['primary', 'supporting', 'recorded']),
    /** Status and text of a true answer, readable with host permission. */
    expect: v.optional(v.strictObject({ status: v.number(), text: v.optional(v.string()) })),
    ...Provenance,
  }),
  v.check(({ kind, url }) => CONTROL_URLS[kind].test(url), 'this kind of control has another form of address'),
);
export const ControlsFile = v.strictObject({ controls: v.array(ControlRecord) });
export type ControlRecord = v.InferOutput<typeof ControlRecord>;

/** `health.json`: see `health.ts`. */
const Day = v.pipe(v.string(), v.isoDate());
export const EndpointHealthRecord = v.strictObject({
  asked: Day,
  places: v.pipe(v.number(), v.integer(), v.minValue(1)),
  answered: v.exactOptional(Day),
  how: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Z]{2,6} [0-9]{2,5}$/))),
  silentSince: v.exactOptional(Day),
});
export const HealthFile = v.strictObject({
  updatedOn: v.nullable(Day),
  endpoints: v.record(EndpointUrl, EndpointHealthRecord),
});

/** `edition.json`: which edition the data files are. */
export const EditionFile = v.strictObject({
  serial: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  issuedOn: Day,
});
