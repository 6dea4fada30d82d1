import type { RoundRecord } from '../records.ts';
import type { Shared } from './share.ts';

/** One row a service of a round (RFC 4180, UTF-8), for a spreadsheet or a database. */
const COLUMNS = [
  'time',
  'network',
  'asn',
  'operator',
  'country',
  'access',
  'network_state',
  'round_trip_ms',
  'duration_ms',
  'service',
  'calls',
  'messages',
  'mechanism',
  'relay_ms',
] as const;
type Cells = Partial<Record<(typeof COLUMNS)[number], string | number | null | undefined>>;

export function toCsv({ networks, rounds, ownServers = {} }: Shared): string {
  const places = new Map(
    networks.map(({ key, name, asn, operator, country, access }, index) => [
      key,
      { network: name ?? `network ${index + 1}`, asn, operator, country, access },
    ]),
  );
  const rows = rounds.flatMap((round) => {
    const place = places.get(round.network) ?? { network: 'unknown' };
    return servicesOf(round, ownServers).map((service) => ({ ...place, ...ofRound(round), ...service }));
  });
  return [COLUMNS, ...rows.map((row: Cells) => COLUMNS.map((column) => row[column]))]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');
}

const ofRound = ({ at, state, roundTripMs, durationMs }: RoundRecord): Cells => ({
  time: new Date(at).toISOString(),
  network_state: state,
  round_trip_ms: roundTripMs,
  duration_ms: durationMs,
});

/** A round that reached no service keeps its row. */
function servicesOf({ services }: RoundRecord, ownServers: Readonly<Record<string, string>>): Cells[] {
  const each = Object.entries(services).map(([id, { calls, messages, mechanism, relayMs }]) => ({
    service: ownServers[id] ?? id,
    calls,
    messages,
    mechanism,
    relay_ms: relayMs,
  }));
  return each.length > 0 ? each : [{}];
}

/** Names are text from outside: a cell that a spreadsheet would take for a formula begins with an apostrophe instead (OWASP). */
function cell(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  const safe = /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
