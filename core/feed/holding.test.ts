import { describe, expect, test } from 'vitest';
import type { EndpointHealth } from '../catalogue/health.ts';
import { inItsTime, readStored } from './holding.ts';
import { edition, NOW } from './testing.ts';

const KEYS = [{ id: 'one', spki: '' }];
const packaged = edition({ serial: 6 });
const stored = (change: object = {}) => JSON.parse(JSON.stringify({ key: 'one', edition: edition(change) }));
const holds = (what: unknown) => readStored(what, packaged, KEYS) !== null;

describe('a stored edition', () => {
  test('holds where it is newer than the package’s', () => {
    expect(readStored(stored(), packaged, KEYS)).toEqual(stored().edition);
  });

  test.for<[what: string, stored: unknown]>([
    ['as old as the package’s', stored({ serial: 6 })],
    ['older', stored({ serial: 5 })],
    ['of a key that the package no longer lists', { ...stored(), key: 'two' }],
    ['of no key', { ...stored(), key: undefined }],
    ['nothing', null],
    ['a word', 'edition'],
    ['a list', []],
    ['empty', {}],
    ['without an edition', { key: 'one' }],
    ['with a serial in words', stored({ serial: '9' })],
    ['without services', stored({ services: undefined })],
    ['with a service that is none', stored({ services: [null] })],
    ['with endpoints in another shape', stored({ services: [{ ...edition().services[0], endpoints: [] }] })],
    [
      'with an endpoint that is no text',
      stored({ services: [{ ...edition().services[0], endpoints: { media: [7] } }] }),
    ],
    ['with half of its controls', stored({ controls: [{ url: 'stun:a.example:3478' }] })],
    ['without DNS servers', stored({ doh: null })],
    ['without a health record', stored({ health: [] })],
    [
      'with a health record of words',
      stored({ health: { updatedOn: null, endpoints: { 'https://a.example/': 'fine' } } }),
    ],
    ['with a day that is no text', stored({ expiresOn: 7 })],
  ])('does not hold where it is %s', ([, what]) => expect(holds(what)).toBe(false));
});

describe('an edition that has expired', () => {
  const health = { updatedOn: '2026-11-19', endpoints: { 'https://a.example/': { asked: '2026-11-19', places: 1 } } };

  const expired = (endpoints: Record<string, EndpointHealth>) =>
    inItsTime(edition({ health: { ...health, endpoints }, expiresOn: '2026-11-21' }), NOW);

  test('keeps its addresses, and vouches for nobody', () => {
    const answered = { asked: '2026-11-19', places: 2, answered: '2026-11-19', how: 'HTTP 200' };
    const lately = { ...answered, answered: '2026-10-20', silentSince: '2026-10-21' };
    expect(expired({ ...health.endpoints, 'https://b.example/': answered, 'https://c.example/': lately })).toEqual(
      edition({ health: { ...health, endpoints: {} }, expiresOn: '2026-11-21' }),
    );
  });

  test('gives no vote back that its record took', () => {
    const demoted = { asked: '2026-11-19', places: 2, answered: '2026-10-19', silentSince: '2026-10-20' };
    const retired = { asked: '2026-11-19', places: 2, silentSince: '2026-08-01' };
    const against = { 'https://b.example/': demoted, 'https://c.example/': retired };
    expect(expired({ ...health.endpoints, ...against }).health.endpoints).toEqual(against);
  });

  test('is none on its last day', () => {
    expect(inItsTime(edition({ health, expiresOn: '2026-11-22' }), NOW).health).toEqual(health);
  });

  test('is never the package’s', () => {
    const { expiresOn: _, ...own } = edition({ health });
    expect(inItsTime(own, NOW + 1e12).health).toEqual(health);
  });
});
