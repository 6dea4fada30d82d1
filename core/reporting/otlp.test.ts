import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRequest, rewritten, textOf, writeResponse, writeStatus } from '../../tests/reporting/published.ts';
import { type Metrics, metrics } from './metrics.ts';
import { decodeResponse, decodeStatus, encodeRequest } from './otlp.ts';
import { aReport } from './testing.ts';

const scope = { name: 'ringback', version: '0.1.0' };

describe('a request, read by the published schema', () => {
  const content = metrics([aReport(), aReport({ at: 1_900_000_000_123 })], {
    version: '0.1.0',
    instance: 'i',
    place: 'الرباط',
  });
  const request = readRequest(encodeRequest(content, scope));

  test('says who reports', () => {
    const [{ resource, scopeMetrics }] = request.resourceMetrics as [(typeof request.resourceMetrics)[0]];
    expect(Object.fromEntries(resource.attributes.map((one) => [one.key, textOf(one)]))).toEqual(content.resource);
    expect(scopeMetrics).toMatchObject([{ scope }]);
  });

  test('has every point of every gauge', () => {
    const read = request.resourceMetrics[0]?.scopeMetrics[0]?.metrics.map(
      ({ name, description, unit = '', gauge }) => ({
        name,
        description,
        unit,
        points: gauge.dataPoints.map(({ timeUnixNano, attributes, asInt, asDouble }) => ({
          at: Number(BigInt(timeUnixNano) / 1_000_000n),
          attributes: Object.fromEntries(
            attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]),
          ),
          value: asDouble ?? Number(asInt),
        })),
      }),
    );
    expect(read).toEqual(content.gauges);
  });

  test('is byte for byte what the published encoder writes', () => {
    const bytes = encodeRequest(content, scope);
    expect(rewritten(bytes)).toEqual(bytes);
  });
});

test('Whatever the names and numbers are, the published schema reads them as they were', () => {
  const attributes = fc.dictionary(
    fc.string({ minLength: 1 }),
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.maxSafeNat()),
    { maxKeys: 4 },
  );
  const point = fc.record({
    at: fc.integer({ min: 0, max: 8.64e15 / 1_000 }),
    attributes,
    value: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true, noInteger: true }), fc.maxSafeInteger()),
  });
  const gauge = fc.record({
    name: fc.string(),
    description: fc.string(),
    unit: fc.constantFrom('' as const, 's' as const),
    points: fc.array(point, { maxLength: 30 }),
  });
  fc.assert(
    fc.property(fc.record({ resource: attributes, gauges: fc.array(gauge, { maxLength: 4 }) }), (content: Metrics) => {
      const bytes = encodeRequest(content, scope);
      expect(rewritten(bytes)).toEqual(bytes);
      const read = readRequest(bytes).resourceMetrics[0]?.scopeMetrics[0]?.metrics ?? [];
      const values = read.flatMap(({ gauge }) =>
        gauge.dataPoints.map(({ asInt, asDouble }) => asDouble ?? Number(asInt)),
      );
      expect(values).toEqual(content.gauges.flatMap(({ points }) => points.map(({ value }) => value + 0)));
    }),
    { numRuns: 200 },
  );
});

describe('an answer of a receiver', () => {
  test.for([
    [undefined, { rejected: 0, message: '' }],
    [
      { rejectedDataPoints: 3, errorMessage: 'too old' },
      { rejected: 3, message: 'too old' },
    ],
    [{ errorMessage: 'use v2 soon' }, { rejected: 0, message: 'use v2 soon' }],
    [{ rejectedDataPoints: 70_000 }, { rejected: 70_000, message: '' }],
  ] as const)('is read: %j', ([partial, taken]) => {
    expect(decodeResponse(writeResponse(partial))).toEqual(taken);
  });

  test('that refuses says why', () => {
    expect(decodeStatus(writeStatus('no such tenant'))).toBe('no such tenant');
    expect(decodeStatus(new Uint8Array())).toBe('');
  });

  test('that is no answer of a receiver is an error, or nothing, and never endless', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        for (const read of [decodeResponse, decodeStatus]) {
          try {
            read(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
          }
        }
      }),
    );
  });
});
