import { describe, expect, test } from 'vitest';
import { CHAT, type Chapter, ending, HOUR, MEET, MINUTE, of, QUIET, TALK, times } from './testing.ts';

const OPEN: Chapter = {};
/** A background round that asks the relays, and saves the handshakes with the web hosts. */
const SPARING: Chapter = { seen: [[/(web|edge)\.chat|front\.quiet|talk\.example/, 'unasked']], after: 30 * MINUTE };
const WEB_DOWN: Chapter = { seen: [[/(web|edge)\.chat/, 'reset']] };
const said = (chapters: readonly Chapter[], service = CHAT) => {
  const { calls, messages } = of(ending(chapters), service);
  return [calls.state, messages.state];
};

describe('web hosts that a round did not ask', () => {
  test('are taken to answer as they last did here', () => {
    expect(said([OPEN, SPARING])).toEqual(['clear', 'reachable']);
    expect(ending([OPEN, SPARING]).network.state).toBe('clear');
  });

  test('so is the state of a service whose calls no browser can test', () => {
    expect(said([OPEN, SPARING], TALK)).toEqual(['untestable', 'reachable']);
  });

  test('and their relays are judged by what this round saw', () => {
    const silent: Chapter = { ...SPARING, seen: [...(SPARING.seen ?? []), [/(relay|star)\.chat/, 'silent']] };
    expect(said([OPEN, silent])).toEqual(['suspected', 'reachable']);
  });

  test('for six hours, and not longer', () => {
    expect(said([OPEN, { ...SPARING, after: 6 * HOUR }])).toEqual(['clear', 'reachable']);
    expect(said([OPEN, { ...SPARING, after: 6 * HOUR + MINUTE }])).toEqual(['insufficient', 'insufficient']);
  });

  test('and sparing them does not make it longer', () => {
    expect(said([OPEN, ...times(13, SPARING)])).toEqual(['insufficient', 'insufficient']);
  });

  test('are nothing to go by after they failed', () => {
    expect(said([OPEN, WEB_DOWN, SPARING])).toEqual(['insufficient', 'insufficient']);
  });

  test('nor after one answer that followed a block', () => {
    expect(said([OPEN, ...times(3, WEB_DOWN), OPEN, SPARING])).toEqual(['insufficient', 'insufficient']);
  });

  test('nor on another network', () => {
    expect(said([OPEN, { ...SPARING, network: 'cafe' }])).toEqual(['insufficient', 'insufficient']);
  });

  test('nor while the controls do not answer', () => {
    const cut: Chapter = { ...SPARING, seen: [...(SPARING.seen ?? []), [/^https:/, 'silent']] };
    expect(said([OPEN, cut])).toEqual(['insufficient', 'insufficient']);
  });

  test('nor by a clock that went back', () => {
    expect(said([OPEN, { ...SPARING, after: -MINUTE }])).toEqual(['insufficient', 'insufficient']);
  });
});

test('Web hosts that refuse every browser need not be asked to be known as such', () => {
  const { calls } = of(ending([OPEN, SPARING]), QUIET);
  expect(calls.rule).toBe('calls.signalling-untestable');
  expect(of(ending([OPEN, SPARING]), MEET).calls.state).toBe('clear');
});
