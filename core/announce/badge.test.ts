import { describe, expect, test } from 'vitest';
import { snapshot } from '../verdict/testing-snapshot.ts';
import { CALL_STATES, NETWORK_STATES, type NetworkState } from '../vocabulary.ts';
import { badge } from './badge.ts';

describe('the toolbar', () => {
  const TEXT: Record<NetworkState, string> = {
    clear: '',
    'some-blocked': '2',
    'calls-blocked': '✕',
    'udp-blocked': '✕',
    impaired: '~',
    'sign-in-needed': '?',
    offline: '',
    'browser-restricted': '?',
    insufficient: '?',
  };
  const blocked = { a: 'likely-blocked', b: 'unreachable', c: 'suspected', d: 'clear' } as const;

  test.for(NETWORK_STATES)('says it of a network that is "%s"', (state) => {
    const shown = badge(snapshot({ network: state, calls: blocked }), false);
    expect(shown).toMatchObject({ text: TEXT[state], tooltip: state });
  });

  test('never tells two things apart by colour alone', () => {
    const bad = NETWORK_STATES.filter((state) => !['clear', 'offline'].includes(state));
    for (const state of bad) expect(badge(snapshot({ network: state }), false).text).not.toBe('');
    expect(badge(snapshot({ network: 'clear' }), false).text).toBe('');
  });

  test('tells each kind of answer by a shape of its own', () => {
    const icon = (state: NetworkState) => badge(snapshot({ network: state }), false).icon;
    const told = (['clear', 'some-blocked', 'calls-blocked', 'impaired', 'insufficient'] as const).map(icon);
    expect(told).toEqual(['clear', 'some', 'blocked', 'poor', 'unknown']);
    expect(new Set(NETWORK_STATES.map(icon))).toEqual(new Set(told));
  });

  test('counts and names the services whose calls are decided to be blocked, and no others', () => {
    for (const state of CALL_STATES) {
      const shown = badge(snapshot({ network: 'some-blocked', calls: { one: state } }), false);
      const counts = state === 'likely-blocked' || state === 'unreachable';
      expect([shown.text, shown.blocked]).toEqual(counts ? ['1', ['one']] : ['0', []]);
    }
  });

  test('keeps the old answer while a new one is on its way', () => {
    const old = snapshot({ network: 'some-blocked', calls: blocked });
    expect(badge(old, true)).toEqual(badge(old, false));
  });

  test('shows that the first check is under way, and nothing before it', () => {
    expect(badge(null, true)).toMatchObject({ text: '…', icon: 'checking', tooltip: 'checking', blocked: [] });
    expect(badge(null, false)).toMatchObject({ text: '', icon: 'neutral', tooltip: 'not-checked', blocked: [] });
  });

  test('has a background on which white text can be read: contrast 4.5 or more (WCAG 2.2, 1.4.3)', () => {
    for (const state of NETWORK_STATES) {
      const { colour } = badge(snapshot({ network: state }), false);
      const [r = 0, g = 0, b = 0] = [1, 3, 5]
        .map((i) => Number.parseInt(colour.slice(i, i + 2), 16) / 255)
        .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
      expect(1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)).toBeGreaterThan(4.5);
    }
  });
});
