import * as v from 'valibot';
import type { Control as ControlOf } from '../catalogue/runtime.ts';
import { CONTROL_URLS, EndpointHealthRecord, EndpointUrl, Id, StatusFeedRecord } from '../catalogue/schema.ts';
import { DAY_MS } from '../day.ts';
import { isOwn } from '../own/server.ts';
import { isPublicAddress, isPublicHost } from './address.ts';

/**
 * What a fetched edition may be. Stricter than the files it is made of: it comes from outside, and is shown and contacted. Nothing unknown passes, with
 * one exception: a status feed of a format that only later versions read is left out, so that their editions keep this version's addresses
 * alive.
 */

const MAX_VALID_DAYS = 120;
/** Of one service, and of all: even a stolen key must not set every installation on one host, or keep a check from its end. */
const MAX_ENDPOINTS = 40;
const MAX_ALL_ENDPOINTS = 400;
/** Of all services: where everything looks blocked, all of them are read at once. */
const MAX_STATUS_FEEDS = 40;
const MAX_HEALTH = 2_000;
/** Of STUN controls, and of web controls. */
const LEAST_OPERATORS = 3;

const ShortId = v.pipe(Id, v.maxLength(40));

/** Letters of any script and a few signs: no markup, no control characters, nothing that is not seen or turns the direction of text. */
const Name = v.pipe(v.string(), v.regex(/^(?!.*\p{DI})[\p{L}\p{N}]([\p{L}\p{M}\p{N}.,:+!'’()/-]| (?=\S)){0,39}$/u));

const list = <Item extends v.GenericSchema>(item: Item, most: number) => v.pipe(v.array(item), v.maxLength(most));

/** No two of a list are the same. */
const distinct = <One>(what: (one: One) => string) =>
  v.check((all: One[]) => new Set(all.map(what)).size === all.length, 'something is listed twice');

/** A day that exists: browsers differ in what they make of 31 February. */
const Day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((day) => {
    const time = Date.parse(day);
    return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
  }),
);

const Address = v.pipe(EndpointUrl, v.check(isPublicAddress, 'a public address, as browsers write it'));

const urlOf = (packed: string): string => packed.split(' ')[0] ?? '';

/** An address and the flags after it: see `packed.ts`. */
const PackedEndpoint = v.pipe(
  v.string(),
  v.regex(/^\S+( v(\d{4}-\d{2}(-\d{2})?)?)?( r)?$/),
  v.check((packed) => v.is(Address, urlOf(packed)), 'a public address, as browsers write it'),
  v.check((packed) => !/^wss:.* v/.test(packed), 'a WebSocket must earn its vote'),
);
/** A server that answers in a role that it does not have would make a blocked service look clear. Plain HTTP is for portals. */
const role = (schemes: RegExp) =>
  v.exactOptional(v.pipe(v.array(v.pipe(PackedEndpoint, v.regex(schemes))), v.minLength(1), distinct(urlOf)));
const WEB = /^(https|wss):/;
const RELAYS = /^(stun|turns?):/;

const StatusFeed = v.pipe(
  v.strictObject({
    url: v.union([
      v.pipe(Address, v.startsWith('https:')),
      v.pipe(
        v.string(),
        v.startsWith('doh:'),
        v.check((url) => isPublicHost(url.slice('doh:'.length)), 'a public name'),
      ),
    ]),
    format: v.picklist(StatusFeedRecord.entries.format.options.filter((format) => format !== 'other')),
    component: v.exactOptional(Name),
    needsAccess: v.exactOptional(v.literal(true)),
    related: v.exactOptional(v.literal(true)),
  }),
  v.check(
    ({ url, format }) => url.startsWith('doh:') === (format === 'dns-flag'),
    'a flag is kept in DNS, and nothing else is',
  ),
);
const isKnownFormat = (feed: { readonly format: string }): boolean => v.is(StatusFeed.entries.format, feed.format);

const endpointsOf = ({ endpoints }: { endpoints: object }): number => Object.values(endpoints).flat().length;

const Service = v.pipe(
  v.strictObject({
    id: v.pipe(
      ShortId,
      v.check((id) => !isOwn(id), 'ids of own servers are the person’s'),
    ),
    name: Name,
    retired: v.exactOptional(v.literal(true)),
    successor: v.exactOptional(ShortId),
    isDefault: v.exactOptional(v.literal(true)),
    endpoints: v.strictObject({ signalling: role(WEB), 'call-setup': role(WEB), media: role(RELAYS) }),
    statusFeeds: v.exactOptional(
      v.pipe(
        list(v.looseObject({ format: ShortId }), 10),
        v.transform((feeds) => feeds.filter(isKnownFormat)),
        v.array(StatusFeed),
        distinct(({ url, component }) => `${url} ${component}`),
      ),
    ),
    colour: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/)),
    /** Of the package's own pictures. */
    mark: v.exactOptional(ShortId),
    families: v.exactOptional(list(ShortId, 10)),
    usual: v.exactOptional(
      v.strictObject({
        countries: list(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)), 250),
        languages: list(v.pipe(v.string(), v.regex(/^[a-z]{2}(-[A-Z]{2})?$/)), 100),
      }),
    ),
  }),
  v.check((service) => endpointsOf(service) <= MAX_ENDPOINTS, 'too many endpoints'),
);

const Control = v.pipe(
  v.strictObject({ url: Address, kind: v.picklist(['stun', 'https', 'portal', 'relay']), operator: Name }),
  v.check(({ kind, url }) => CONTROL_URLS[kind].test(url), 'this kind of control has another form of address'),
);

const DohServer = v.strictObject({ url: v.pipe(Address, v.regex(CONTROL_URLS.doh)), operator: Name });

const Health = v.strictObject({
  updatedOn: v.nullable(Day),
  endpoints: v.pipe(
    v.record(
      Address,
      v.strictObject({
        ...EndpointHealthRecord.entries,
        asked: Day,
        answered: v.exactOptional(Day),
        silentSince: v.exactOptional(Day),
      }),
    ),
    v.maxEntries(MAX_HEALTH),
  ),
});

export const FetchedEdition = v.pipe(
  v.strictObject({
    serial: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    issuedOn: Day,
    expiresOn: Day,
    services: v.pipe(
      list(Service, 80),
      distinct(({ id }) => id),
      distinct(({ name }) => name.toLowerCase()),
      v.check(
        (services) => services.reduce((sum, service) => sum + endpointsOf(service), 0) <= MAX_ALL_ENDPOINTS,
        'too many endpoints in all',
      ),
      v.check(
        (services) => services.flatMap(({ statusFeeds = [] }) => statusFeeds).length <= MAX_STATUS_FEEDS,
        'too many status feeds in all',
      ),
      v.check((services) => services.some(({ isDefault }) => isDefault), 'nothing would be checked'),
      v.check(
        (services) => services.every(({ successor }) => !successor || services.some(({ id }) => id === successor)),
        'a successor is missing',
      ),
    ),
    controls: v.pipe(
      list(Control, 40),
      distinct(({ url, kind }) => `${kind} ${url}`),
      // A feed may renew the controls. It may not take them away: without them a dead line would look like a block.
      v.check((controls) => hasOperators(controls, 'stun') && hasOperators(controls, 'https'), 'too few controls'),
    ),
    doh: v.pipe(
      list(DohServer, 8),
      distinct(({ url }) => url),
    ),
    health: Health,
  }),
  v.check(({ issuedOn, expiresOn }) => {
    const days = (Date.parse(expiresOn) - Date.parse(issuedOn)) / DAY_MS;
    return days > 0 && days <= MAX_VALID_DAYS;
  }, 'expires too late, or before it was issued'),
);

const hasOperators = (controls: readonly v.InferOutput<typeof Control>[], kind: ControlOf['kind']): boolean =>
  new Set(controls.flatMap((one) => (one.kind === kind ? one.operator.toLowerCase() : []))).size >= LEAST_OPERATORS;
