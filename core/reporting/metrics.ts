import type { Access } from '../history/access.ts';
import { CALL_STATES, MESSAGE_STATES, NETWORK_STATES } from '../vocabulary.ts';
import type { Report, Where } from './report.ts';

/** Metrics as OpenTelemetry's data model has them, as far as they are needed here: gauges. */

export type Attributes = Readonly<Record<string, string | number>>;

export interface Point {
  /** Ms since the epoch. */
  readonly at: number;
  readonly attributes: Attributes;
  readonly value: number;
}

export interface Gauge {
  readonly name: string;
  readonly description: string;
  /** In the notation of UCUM; none for states. */
  readonly unit: '' | 's' | '{control}';
  readonly points: readonly Point[];
}

export interface Metrics {
  /** Who reports. */
  readonly resource: Attributes;
  readonly gauges: readonly Gauge[];
}

export interface Reporter {
  readonly version: string;
  /** A random name that this installation has for its reports: without it two browsers in one place would overwrite each other. */
  readonly instance: string;
  /** What the organisation calls the place. */
  readonly place?: string | undefined;
}

/** The reports as metrics, oldest first. Names of attributes are OpenTelemetry's where it has one. */
export function metrics(reports: readonly Report[], { version, instance, place }: Reporter): Metrics {
  const inOrder = reports.toSorted((a, b) => a.at - b.at);
  const gauge = (
    name: string,
    unit: Gauge['unit'],
    description: string,
    pointsOf: (report: Report) => readonly Omit<Point, 'at'>[],
  ): Gauge => ({
    name: `ringback.${name}`,
    unit,
    description,
    points: inOrder.flatMap((report) =>
      pointsOf(report).map(({ attributes, value }) => ({
        at: report.at,
        attributes: { ...attributesOf(report.where), ...attributes },
        value,
      })),
    ),
  });
  const gauges = [
    gauge('calls.state', '', 'Whether calls of a service can get through: 1 for the state that holds', ({ services }) =>
      services.flatMap(({ id, calls }) => states(CALL_STATES, calls, { 'ringback.service': id })),
    ),
    gauge(
      'messages.state',
      '',
      'Whether messages of a service get through: 1 for the state that holds',
      ({ services }) =>
        services.flatMap(({ id, messages }) => states(MESSAGE_STATES, messages, { 'ringback.service': id })),
    ),
    gauge('network.state', '', 'What the network does with calls: 1 for the state that holds', ({ network }) =>
      states(NETWORK_STATES, network, {}),
    ),
    gauge('round.duration', 's', 'How long the last check took', ({ durationMs }) => [
      { attributes: {}, value: durationMs / 1000 },
    ]),
    gauge('round.trip', 's', 'Quickest answer of a STUN control in the last check', ({ roundTripMs }) =>
      roundTripMs === null ? [] : [{ attributes: {}, value: roundTripMs / 1000 }],
    ),
    gauge('controls.asked', '{control}', 'Control servers asked in the last check', ({ controls }) =>
      controls.map(({ kind, asked }) => ({ attributes: { 'ringback.control.kind': kind }, value: asked })),
    ),
    gauge('controls.answered', '{control}', 'Control servers that answered in the last check', ({ controls }) =>
      controls.map(({ kind, answered }) => ({ attributes: { 'ringback.control.kind': kind }, value: answered })),
    ),
  ];
  return {
    resource: given({
      'service.name': 'ringback',
      'service.version': version,
      'service.instance.id': instance,
      'ringback.place': place,
    }),
    gauges: gauges.filter(({ points }) => points.length > 0),
  };
}

/** A state set, as OpenMetrics calls it: a state that ends goes to 0 at once, instead of lingering until it is forgotten. */
const states = (all: readonly string[], holds: string, attributes: Attributes): Omit<Point, 'at'>[] =>
  all.map((state) => ({ attributes: { ...attributes, 'ringback.state': state }, value: state === holds ? 1 : 0 }));

/** Where a round was made belongs to its points: a browser that moves stays the same reporter. */
const attributesOf = ({ operator, asn, country, access }: Where): Attributes =>
  given({
    'ringback.network.operator': operator,
    'ringback.network.asn': asn,
    'geo.country.iso_code': country,
    'network.connection.type': access && CONNECTION_TYPES[access],
  });

/** The browser's word, and OpenTelemetry's. */
const CONNECTION_TYPES: Readonly<Record<Access, string>> = { wifi: 'wifi', cellular: 'cell', ethernet: 'wired' };

const given = (attributes: Readonly<Record<string, string | number | null | undefined>>): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) => (value === null || value === undefined ? [] : [[key, value]])),
  );
