import { describe, expect, it } from 'vitest';
import { callsBy } from './ice-reading.ts';

const STUN = 'stun:relay.example:3478';
const TURN = 'turn:relay.example:3478?transport=udp';
const TLS = 'turns:relay.example:443';
const silent = (url: string) => ({ url, code: 701, text: 'STUN binding request timed out.' });

describe('calls of a service are', () => {
  it('blocked if every server ended with an error', () => {
    expect(callsBy([STUN, TURN], { candidates: [], errors: [silent(STUN), silent(TURN)], complete: true })).toEqual({
      ...{ says: 'blocked', mechanism: 'udp.timeout' },
    });
  });
  it('open if one of them gave a candidate, though another interface failed', () => {
    expect(callsBy([STUN, TURN], { candidates: [STUN], errors: [silent(STUN), silent(TURN)], complete: true })).toEqual(
      {
        says: 'open',
      },
    );
  });
  it('open if a relay refused: it has answered', () => {
    const errors = [silent(STUN), silent(TURN), { url: TURN, code: 401, text: 'Unauthorized.' }];
    expect(callsBy([STUN, TURN], { candidates: [], errors, complete: true })).toEqual({ says: 'open' });
  });
  it('open if a server gave no sign: two servers that say the same are one candidate', () => {
    expect(callsBy([STUN, TURN], { candidates: [], errors: [silent(TURN)], complete: true })).toEqual({ says: 'open' });
  });
  it('blocked without a name where connections fail as well', () => {
    const errors = [silent(TURN), { url: `${TLS}?transport=tcp`, code: 701, text: 'Failed to establish connection' }];
    expect(callsBy([TURN, TLS], { candidates: [], errors, complete: true })).toEqual({ says: 'blocked' });
  });
  it('blocked if connections were silent for as long as the page waited', () => {
    const seen = { candidates: [], errors: [silent(TURN)] };
    expect(callsBy([TURN, TLS], { ...seen, complete: false })).toEqual({ says: 'blocked' });
    expect(callsBy([TURN, TLS], { ...seen, complete: true })).toEqual({ says: 'open' });
  });
  it('unknown without servers', () =>
    expect(callsBy([], { candidates: [], errors: [], complete: true })).toEqual({ says: 'nothing' }));
});
