import { describe, expect, test } from 'vitest';
import type { Service } from '../catalogue/runtime.ts';
import { CHAT, DAY, ending, HOUR, MEET, MINUTE, of, type tell, times } from './testing.ts';
import { LONE, ONE_HOST, PAGE, PBX, RELAY, RELAY_TLS, SIP, STUN, TWO_WAYS, WEB } from './testing-own.ts';

/** A server of the person's own that is silent may be switched off: what it takes to say more. */

const silent = (...urls: readonly string[]) => ({
  fates: Object.fromEntries(urls.map((url) => [url, 'silent' as const])),
});
/** Beside a service of the catalogue. */
const story = (one: Service, chapters: Parameters<typeof tell>[0]) => ending(chapters, { services: [MEET, one] });
const rules = (one: Service, chapters: Parameters<typeof tell>[0]) => {
  const { calls, messages } = of(story(one, chapters), one);
  return [calls.rule, messages.rule];
};

describe('a server of one’s own that answers', () => {
  test.for<[what: string, Service, rules: string[]]>([
    ['a relay and nothing else is judged by the relay', LONE, ['calls.own-relay-answered', 'messages.absent']],
    ['an exchange and a relay are judged as any service is', PBX, ['calls.own-relay-answered', 'messages.answered']],
    ['a page without a relay has no calls to test', PAGE, ['calls.untestable', 'messages.answered']],
  ])('%s', ([, one, expected]) => {
    expect(rules(one, [{}])).toEqual(expected);
  });
});

describe('one that never answered', () => {
  test('has no vote, like any other address', () => {
    expect(rules(LONE, times(4, silent(RELAY)))).toEqual(['calls.unearned', 'messages.absent']);
  });
});

describe('one that falls silent', () => {
  test.for<[what: string, Service, silent: string[], rules: string[]]>([
    ['a lone relay', LONE, [RELAY], ['calls.own-relay-silent', 'messages.absent']],
    [
      'a relay, while the exchange on another host answers',
      PBX,
      [RELAY],
      ['calls.own-relay-silent', 'messages.answered'],
    ],
    ['the exchange, while the relay on another host answers', PBX, [SIP], ['calls.own-silent', 'messages.own-silent']],
    ['all of it', ONE_HOST, [WEB, RELAY], ['calls.own-silent', 'messages.own-silent']],
    ['both ways to the relay', TWO_WAYS, [RELAY, RELAY_TLS], ['calls.own-relay-silent', 'messages.absent']],
    ['a page', PAGE, [WEB], ['calls.own-silent', 'messages.own-silent']],
  ])('may be off, however long it lasts: %s', ([, one, urls, expected]) => {
    expect(rules(one, [{}, silent(...urls)])).toEqual(expected);
    expect(rules(one, [{}, ...times(8, silent(...urls))])).toEqual(expected);
  });

  test('leaves the verdict on the network as it is', () => {
    expect(story(LONE, [{}, ...times(4, silent(RELAY))]).network.state).toBe('clear');
  });

  test('does not wait for more rounds: they would say the same', () => {
    expect(of(story(LONE, [{}, silent(RELAY)]), LONE).calls).toMatchObject({ state: 'insufficient', failing: 0 });
  });
});

describe('one whose host answers at another address in the same round', () => {
  test.for<[what: string, Service, silent: string, suspected: string, decided: string]>([
    ['its page', ONE_HOST, RELAY, 'calls.relay-silent-confirming', 'calls.relay-silent'],
    ['its relay', ONE_HOST, WEB, 'calls.signalling-confirming', 'calls.unreachable'],
    ['the relay over TLS', TWO_WAYS, RELAY, 'calls.tcp-only-confirming', 'calls.tcp-only'],
  ])('is judged like any service: %s', ([, one, url, suspected, decided]) => {
    expect(rules(one, [{}, silent(url)])[0]).toBe(suspected);
    expect(rules(one, [{}, ...times(5, silent(url))])[0]).toBe(decided);
  });

  test('and then counts for the network', () => {
    expect(story(ONE_HOST, [{}, ...times(5, silent(RELAY))]).network.state).toBe('some-blocked');
  });

  test('starts to be counted at the first such round: the silent ones before may have been its being off', () => {
    const off = times(6, silent(WEB, RELAY));
    expect(rules(ONE_HOST, [{}, ...off, silent(RELAY)])[0]).toBe('calls.relay-silent-confirming');
  });
});

describe('one that answered on another network after it had fallen silent here', () => {
  const elsewhere = { network: 'cafe', after: 2 * MINUTE };
  const back = { ...silent(RELAY), after: 2 * MINUTE };

  test('is suspected, and decided by as many rounds as any other', () => {
    const chapters = [{}, silent(RELAY), elsewhere, back];
    expect(rules(LONE, chapters)[0]).toBe('calls.relay-silent-confirming');
    expect(rules(LONE, [...chapters, ...times(4, silent(RELAY))])[0]).toBe('calls.relay-silent');
  });

  test('is not, where it answered there before it fell silent here', () => {
    expect(rules(LONE, [{}, elsewhere, back])[0]).toBe('calls.own-relay-silent');
  });

  test('is not, where it has answered here since: it may be off now', () => {
    const again = { after: 2 * MINUTE };
    expect(rules(LONE, [{}, silent(RELAY), elsewhere, again, again, back])[0]).toBe('calls.own-relay-silent');
  });

  test('is not, a day later', () => {
    expect(rules(LONE, [{}, silent(RELAY), elsewhere, { ...back, after: DAY + HOUR }])[0]).toBe(
      'calls.own-relay-silent',
    );
  });
});

describe('an exchange that opens its WebSocket and talks no SIP', () => {
  const garbage = { fates: { [SIP]: { outcome: 'failed', probe: 'sip', depth: 'secure', code: 'not-sip' } } } as const;
  const host = { url: 'turn:pbx.example:3478?transport=udp', role: 'media', verified: false } as const;

  test('was reached, and is neither off nor blocked', () => {
    const one = { ...PBX, endpoints: [...PBX.endpoints, host] };
    expect(rules(one, [{}, ...times(5, garbage)])).toEqual(['calls.signalling-unknown', 'messages.unheard']);
  });

  test('is a sign that its host is alive', () => {
    const one = { ...PBX, endpoints: [{ url: SIP, role: 'signalling', verified: false }, host] } as const;
    const fates = { ...garbage.fates, [host.url]: 'silent' as const };
    expect(of(story(one, [{}, { fates }]), one).calls.rule).toBe('calls.signalling-unknown');
    const lone = { ...one, endpoints: [{ ...one.endpoints[0], role: 'call-setup' }, host] } as const;
    expect(rules(lone, [{}, { fates }])[0]).toBe('calls.relay-silent-confirming');
  });
});

test('A network that lets nothing through says nothing of it', () => {
  const nothing = { seen: [[/./, 'silent']] } as const;
  expect(rules(LONE, [{}, nothing])[0]).toBe('calls.offline');
});

describe('an address that the catalogue has as well', () => {
  const shared = {
    ...LONE,
    endpoints: [...LONE.endpoints, { url: 'stun:star.chat.example:3478', role: 'media' as const, verified: false }],
  };

  test('is judged for both', () => {
    const chapters = [{}, ...times(5, { seen: [[/chat\.example:3478/, 'silent']] as const, ...silent(RELAY) })];
    const told = ending(chapters, { services: [CHAT, shared] });
    expect(of(told, CHAT).calls.rule).toBe('calls.relay-silent');
    expect(of(told, shared).calls.rule).toBe('calls.own-relay-silent');
  });
});

describe('a private address', () => {
  const athome = {
    fates: {
      [WEB]: { outcome: 'answered', remote: 'private' },
      'https://check.north.example/': { outcome: 'answered', remote: 'public' },
    },
  } as const;

  test('is where a server of one’s own may well be', () => {
    expect(rules(PAGE, [{}, athome])).toEqual(['calls.untestable', 'messages.answered']);
  });

  test('is still a lie for a name of the catalogue’s', () => {
    const listed = { ...PAGE, id: 'listed' };
    expect(of(story(listed, [{}, athome]), listed).messages.mechanism).toBe('dns.poisoned');
    const both = ending([{}, athome], { services: [listed, PAGE] });
    expect(of(both, listed).messages.mechanism).toBe('dns.poisoned');
  });
});

test('A binding on the relay’s own host tells that the relay is blocked', () => {
  const one = { ...LONE, endpoints: [...LONE.endpoints, { url: STUN, role: 'media' as const, verified: false }] };
  expect(rules(one, [{}, ...times(5, silent(RELAY))])[0]).toBe('calls.relay-silent');
});
