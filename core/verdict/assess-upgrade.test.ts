import { expect, test } from 'vitest';
import { readMemory } from './stored.ts';
import { CHAT, ending, HOUR, MORNING, of } from './testing.ts';

/**
 * Evidence as version 0.1 wrote it. The names in it are an agreement with every later version: what is called otherwise is forgotten
 * with the update, and a block would have to be confirmed anew.
 */

const failed = { sum: 4.55, at: MORNING - HOUR, blocked: true, recent: ['answered', 'failed', 'failed'] };
const open = { sum: -2.9, at: MORNING - HOUR, blocked: false, recent: ['answered', 'answered'] };
const line = { asked: 8, failed: 0 };
const since = MORNING - 5 * HOUR;
const network = {
  lastRoundAt: MORNING - HOUR,
  loss: { udp: line, tcp: line },
  silentControls: {},
  walks: { 'network/udp': open, 'chat/signalling': open, 'chat/media': failed },
  since: {
    network: { state: 'some-blocked', at: since },
    'chat/calls': { state: 'likely-blocked', at: since },
    'chat/messages': { state: 'reachable', at: since },
  },
};
const written = (networks: object) =>
  readMemory({
    schemaVersion: 1,
    networks,
    answered: { 'turn:relay.chat.example:3478?transport=udp': MORNING - HOUR },
  });

test('a block goes on with its rounds and its date', () => {
  const relays = [/(relay|star)\.chat/, 'silent'] as const;
  const next = ending([{ seen: [relays] }], { memory: written({ home: network }) });
  expect(next.network).toMatchObject({ state: 'some-blocked', since });
  expect(of(next, CHAT).calls).toMatchObject({ state: 'likely-blocked', rounds: 3, failing: 3, since });
  expect(of(next, CHAT).messages).toMatchObject({ state: 'reachable', rounds: 3, since });
});

test('a firewall goes on on a network that nothing names', () => {
  const shut = {
    ...network,
    walks: { 'network/udp': failed },
    since: { network: { state: 'udp-blocked', at: since } },
  };
  const next = ending([{ seen: [[/^stun:|transport=udp$/, 'silent']] }], { memory: written({ unidentified: shut }) });
  expect(next.network).toMatchObject({ state: 'udp-blocked', rounds: 3, failing: 3, since });
});
