import type { Attributes, Gauge, Metrics, Point } from './metrics.ts';

/**
 * Metrics as the body of an OTLP/HTTP request: `ExportMetricsServiceRequest` of opentelemetry-proto v1 in protobuf's wire format, which
 * every collector takes. Field numbers are those of that schema; a field that has its default value is left out, as proto3 does.
 */
export function encodeRequest(
  { resource, gauges }: Metrics,
  scope: { name: string; version: string },
): Uint8Array<ArrayBuffer> {
  const scopeMetrics = message(
    field(1, message(text(1, scope.name), text(2, scope.version))),
    ...gauges.map((gauge) => field(2, metric(gauge))),
  );
  const resourceMetrics = message(field(1, message(...keyValues(1, resource))), field(2, scopeMetrics));
  return Uint8Array.from(field(1, resourceMetrics));
}

const metric = ({ name, description, unit, points }: Gauge): Bytes =>
  message(
    text(1, name),
    text(2, description),
    text(3, unit),
    field(5, message(...points.map((one) => field(1, point(one))))),
  );

const point = ({ at, attributes, value }: Point): Bytes =>
  message(
    fixed64(3, (view) => view.setBigUint64(0, BigInt(Math.round(at)) * 1_000_000n, true)),
    // A whole number keeps its type: 0 and 1 of a state are no measurements.
    Number.isInteger(value)
      ? fixed64(6, (view) => view.setBigInt64(0, BigInt(value), true))
      : fixed64(4, (view) => view.setFloat64(0, value, true)),
    ...keyValues(7, attributes),
  );

const keyValues = (number: number, attributes: Attributes): Bytes[] =>
  Object.entries(attributes).map(([key, value]) =>
    field(number, message(text(1, key), field(2, typeof value === 'string' ? anyText(value) : wholeNumber(value)))),
  );

/** In a `oneof` an empty text is written as well: it says which kind of value it is. */
const anyText = (value: string): Bytes => field(1, [...new TextEncoder().encode(value)]);
const wholeNumber = (value: number): Bytes => [...tag(3, VARINT), ...varint(value)];

/** Protobuf's wire format, as much of it as is needed. */

type Bytes = readonly number[];
const VARINT = 0;
const FIXED64 = 1;
const LENGTH_DELIMITED = 2;

const message = (...fields: readonly Bytes[]): Bytes => fields.flat();
const tag = (number: number, wireType: number): Bytes => varint((number << 3) | wireType);
const field = (number: number, content: Bytes): Bytes => [
  ...tag(number, LENGTH_DELIMITED),
  ...varint(content.length),
  ...content,
];
const text = (number: number, value: string): Bytes =>
  value === '' ? [] : field(number, [...new TextEncoder().encode(value)]);

/** @param value a whole number from 0 to 2^53 - 1 */
function varint(value: number): Bytes {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

function fixed64(number: number, write: (view: DataView) => void): Bytes {
  const view = new DataView(new ArrayBuffer(8));
  write(view);
  return [...tag(number, FIXED64), ...new Uint8Array(view.buffer)];
}

/** What a receiver said of a request that it took: `ExportMetricsServiceResponse`. */
export interface Taken {
  readonly rejected: number;
  readonly message: string;
}

/** @throws {RangeError} on bytes that are no protobuf message */
export function decodeResponse(bytes: Uint8Array): Taken {
  const partial = fields(bytes).get(1);
  const inside = fields(partial instanceof Uint8Array ? partial : new Uint8Array());
  const [rejected, words] = [inside.get(1), inside.get(2)];
  return {
    rejected: typeof rejected === 'number' ? rejected : 0,
    message: words instanceof Uint8Array ? new TextDecoder().decode(words) : '',
  };
}

/** The sentence of a refusal: `google.rpc.Status`. Empty when there is none. */
export function decodeStatus(bytes: Uint8Array): string {
  const words = fields(bytes).get(2);
  return words instanceof Uint8Array ? new TextDecoder().decode(words) : '';
}

/** The last value of each field; kinds that nobody reads here are passed over. */
function fields(bytes: Uint8Array): Map<number, number | Uint8Array> {
  const found = new Map<number, number | Uint8Array>();
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 63; factor *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) break;
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
    throw new RangeError('no protobuf message');
  };
  while (at < bytes.length) {
    const key = next();
    const wireType = key % 8;
    if (wireType === VARINT) {
      found.set(Math.floor(key / 8), next());
      continue;
    }
    const length = wireType === LENGTH_DELIMITED ? next() : { [FIXED64]: 8, 5: 4 }[wireType];
    if (length === undefined || at + length > bytes.length) throw new RangeError('no protobuf message');
    if (wireType === LENGTH_DELIMITED) found.set(Math.floor(key / 8), bytes.subarray(at, at + length));
    at += length;
  }
  return found;
}
