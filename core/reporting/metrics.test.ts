import { expect, test } from 'vitest';
import { CALL_STATES, MESSAGE_STATES, NETWORK_STATES } from '../vocabulary.ts';
import { metrics } from './metrics.ts';
import { aReport, NOWHERE } from './testing.ts';

const who = { version: '0.1.0', instance: 'a-name', place: 'Rabat office' };
const gaugeOf = (name: string, reports = [aReport()]) => metrics(reports, who).gauges.find((one) => one.name === name);

test('Who reports is named as OpenTelemetry names it', () => {
  expect(metrics([aReport()], who).resource).toEqual({
    'service.name': 'ringback',
    'service.version': '0.1.0',
    'service.instance.id': 'a-name',
    'ringback.place': 'Rabat office',
  });
  expect(metrics([aReport()], { version: '0.1.0', instance: 'a-name' }).resource).not.toHaveProperty('ringback.place');
});

test('A service has every state, and exactly one of them holds', () => {
  for (const [name, states] of [
    ['ringback.calls.state', CALL_STATES],
    ['ringback.messages.state', MESSAGE_STATES],
  ] as const) {
    const points =
      gaugeOf(name)?.points.filter(({ attributes }) => attributes['ringback.service'] === 'whatsapp') ?? [];
    expect(points.map(({ attributes }) => attributes['ringback.state'])).toEqual(states);
    expect(points.filter(({ value }) => value === 1)).toHaveLength(1);
  }
  const holds = gaugeOf('ringback.calls.state')?.points.find(({ value }) => value === 1);
  expect(holds?.attributes).toMatchObject({ 'ringback.service': 'whatsapp', 'ringback.state': 'likely-blocked' });
});

test('So has the network', () => {
  const points = gaugeOf('ringback.network.state')?.points ?? [];
  expect(points.map(({ attributes }) => attributes['ringback.state'])).toEqual(NETWORK_STATES);
  expect(points.find(({ value }) => value === 1)?.attributes['ringback.state']).toBe('some-blocked');
});

test('Times are in seconds, and controls are counted by kind', () => {
  expect(gaugeOf('ringback.round.duration')).toMatchObject({ unit: 's', points: [{ value: 0.412 }] });
  expect(gaugeOf('ringback.round.trip')).toMatchObject({ unit: 's', points: [{ value: 0.041 }] });
  const answered = gaugeOf('ringback.controls.answered')?.points ?? [];
  expect(answered.map(({ attributes, value }) => [attributes['ringback.control.kind'], value])).toEqual([
    ['stun', 5],
    ['https', 4],
  ]);
});

test('Every point says on which network it was measured, as far as that is known', () => {
  const where = {
    'ringback.network.operator': 'Maroc Telecom',
    'ringback.network.asn': 36903,
    'geo.country.iso_code': 'MA',
    'network.connection.type': 'cell',
  };
  for (const { points } of metrics([aReport()], who).gauges)
    for (const { attributes } of points) expect(attributes).toMatchObject(where);
  for (const { points } of metrics([aReport({ where: NOWHERE })], who).gauges)
    for (const { attributes } of points)
      for (const name of Object.keys(where)) expect(attributes).not.toHaveProperty(name);
});

test('What is not known is left out', () => {
  expect(gaugeOf('ringback.round.trip', [aReport({ roundTripMs: null })])).toBeUndefined();
  expect(gaugeOf('ringback.calls.state', [aReport({ services: [] })])).toBeUndefined();
});

test('Several reports are points of the same metrics, oldest first', () => {
  const gauge = gaugeOf('ringback.round.duration', [aReport({ at: 2_000 }), aReport({ at: 1_000, durationMs: 100 })]);
  expect(gauge?.points.map(({ at, value }) => [at, value])).toEqual([
    [1_000, 0.1],
    [2_000, 0.412],
  ]);
});
