import { hostOf, portOf } from '../../catalogue/endpoint.ts';
import type { Access, History, NetworkRecord, RawRecord, StoredObservation } from '../records.ts';
import { failureOf } from './failure.ts';
import type { Origin } from './json.ts';

/**
 * OONI's data format, one measurement a line (github.com/ooni/spec, data-formats/df-000-base.md, version 0.2.0): `stunreachability`
 * (ts-025) for what was asked over UDP, `browser_web` (ts-036) for HTTPS and WebSocket. A browser shows neither packets nor look-ups, so
 * the lists of network events and queries are empty. Relays over TCP or TLS and questions that could not be put have no record there.
 */
export const toOoni = ({ networks, raw }: History, { version }: Pick<Origin, 'version'>): string =>
  raw
    .flatMap((record) =>
      measurements(
        record,
        networks.find(({ key }) => key === record.network),
        version,
      ),
    )
    .map((measurement) => `${JSON.stringify(measurement)}\n`)
    .join('');

/** Observations of a record that have a measurement in OONI's terms. */
export const isOoni = ({ outcome, transport, url }: StoredObservation): boolean =>
  outcome !== 'inconclusive' && (transport === 'udp' || /^(https|wss):/.test(url));

function measurements({ at, observations }: RawRecord, network: NetworkRecord | undefined, version: string) {
  return observations.filter(isOoni).map((observation) => ({
    annotations: {
      engine_name: 'ringback',
      engine_version: version,
      ...(network?.access && networkType(network.access)),
      probe: observation.probe,
      service: observation.of,
    },
    data_format_version: '0.2.0',
    ...(observation.transport === 'udp' ? stunReachability(observation) : browserWeb(observation)),
    measurement_start_time: utc(observation.startedAt),
    options: [],
    probe_asn: network?.asn ? `AS${network.asn}` : 'AS0',
    probe_cc: network?.country ?? 'ZZ',
    probe_ip: '127.0.0.1',
    ...(network?.operator && { probe_network_name: network.operator }),
    // OONI's collector gives it.
    report_id: '',
    software_name: 'ringback',
    software_version: version,
    test_helpers: {},
    test_runtime: observation.durationMs / 1000,
    test_start_time: utc(at),
    test_version: '0.1.0',
  }));
}

/** The two that OONI knows. */
const networkType = (access: Access) =>
  access === 'ethernet' ? {} : { network_type: access === 'cellular' ? 'mobile' : 'wifi' };

function stunReachability(observation: StoredObservation) {
  const endpoint = `${hostOf(observation.url)}:${portOf(observation.url)}`;
  return {
    test_name: 'stunreachability',
    input: `stun://${endpoint}`,
    extensions: { dnst: 0, netevents: 0 },
    test_keys: { endpoint, failure: failureOf(observation), network_events: [], queries: [] },
  };
}

/** ts-036 has no field for the failure; fields that begin with `x_` are free. */
const browserWeb = (observation: StoredObservation) => ({
  test_name: 'browser_web',
  input: observation.url,
  extensions: {},
  test_keys: {
    result: observation.outcome === 'answered' ? 'ok' : 'error',
    load_time_ms: observation.durationMs,
    x_failure: failureOf(observation),
  },
});

/** `2026-11-21 14:05:09` */
const utc = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
