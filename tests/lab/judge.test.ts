import { describe, expect, it } from 'vitest';
import { differences, type Verdict } from './judge.ts';

const verdict: Verdict = {
  network: { state: 'some-blocked', rule: 'network.some-blocked' },
  services: [
    {
      id: 'whatsapp',
      calls: { state: 'likely-blocked', mechanism: 'udp.timeout', rule: 'calls.relay-silent' },
      messages: { state: 'reachable', rule: 'messages.answered' },
    },
    {
      id: 'telegram',
      calls: { state: 'clear', rule: 'calls.relay-answered' },
      messages: { state: 'reachable', rule: 'messages.answered' },
    },
  ],
};

describe('what differs between a verdict and an expectation', () => {
  it('is nothing when all is as expected', () => {
    const expected = {
      network: 'some-blocked',
      services: {
        whatsapp: { calls: ['suspected', 'likely-blocked'], mechanism: 'udp.timeout', messages: 'reachable' },
      },
      others: { calls: 'clear' },
      never: { calls: ['down'] },
    } as const;
    expect(differences(verdict, expected)).toEqual([]);
  });

  it('names the service, what was said by which rule, and what should have been', () => {
    expect(differences(verdict, { network: 'clear', others: { calls: 'clear' } })).toEqual([
      'network: some-blocked (network.some-blocked), not clear',
      'whatsapp: calls: likely-blocked (calls.relay-silent), not clear',
    ]);
  });

  it('is a word that must not be said, of whichever service', () => {
    expect(differences(verdict, { never: { calls: ['likely-blocked'] } })).toEqual([
      'whatsapp: calls: likely-blocked (calls.relay-silent), which must not be said',
    ]);
  });

  it('is a mechanism that was not named', () => {
    expect(differences(verdict, { services: { telegram: { mechanism: 'udp.timeout' } } })).toEqual([
      "telegram: calls' mechanism: none (calls.relay-answered), not udp.timeout",
    ]);
  });

  it('is a service of which nothing was said', () => {
    expect(differences(verdict, { services: { viber: { calls: 'clear' } } })).toEqual(['viber: nothing was said']);
  });
});

describe('what is held against a network', () => {
  const where = (since: string | null) => ({
    operator: 'Inwi',
    hints: [],
    blockedSince: since === null ? [] : [{ subject: 'whatsapp', kind: 'calls', since }],
  });

  it('must be the spell that began in an earlier phase', () => {
    const earlier = [{ where: where(null) }, { where: where('2026-11-21T12:00:00.000Z') }];
    const now = (since: string | null) => ({ ...verdict, where: where(since) });
    const wanted = { where: { operator: 'Inwi', blocked: { 'whatsapp/calls': 2 } } } as const;
    expect(differences(now('2026-11-21T12:00:00.000Z'), wanted, earlier)).toEqual([]);
    expect(differences(now('2026-11-21T13:00:00.000Z'), wanted, earlier)).toEqual([
      'whatsapp/calls blocked since: "2026-11-21T13:00:00.000Z", not "2026-11-21T12:00:00.000Z"',
    ]);
    expect(differences(now(null), wanted, earlier)[0]).toBe('open spells: [], not ["whatsapp/calls"]');
    expect(differences(verdict, wanted)).toEqual(['where: nothing was filed']);
  });

  it('may be a new one, and of another operator is another network', () => {
    const wanted = { where: { operator: null, blocked: { 'whatsapp/calls': 'new' } } } as const;
    expect(differences({ ...verdict, where: where('2026-11-21T12:00:00.000Z') }, wanted)).toEqual([
      'operator: "Inwi", not null',
    ]);
  });
});
