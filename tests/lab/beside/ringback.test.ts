import { expect, it } from 'vitest';
import { played } from '../report/testing.ts';
import { ringbackSaid } from './ringback.ts';

it('claims what was said in the end, and took until it was', () => {
  const { claims, seconds } = ringbackSaid(
    played([
      { meet: ['suspected', 'reachable'] },
      { meet: [{ state: 'likely-blocked', mechanism: 'udp.timeout' }, 'insufficient'] },
      { meet: [{ state: 'likely-blocked', mechanism: 'udp.timeout' }, 'insufficient'] },
    ]),
  );
  expect(claims).toEqual({
    meet: { calls: { says: 'blocked', mechanism: 'udp.timeout' }, messages: { says: 'nothing' } },
  });
  expect(seconds).toBe(32);
});

it('is done after one round where nothing changes any more', () => {
  expect(ringbackSaid(played([{ meet: ['clear', 'reachable'] }, { meet: ['clear', 'reachable'] }])).seconds).toBe(1);
});
