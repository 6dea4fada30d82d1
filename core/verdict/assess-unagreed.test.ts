import { describe, expect, test } from 'vitest';
import { agreedPart, allows } from '../catalogue/consent.ts';
import { hostOf } from '../catalogue/endpoint.ts';
import type { Service } from '../catalogue/runtime.ts';
import { type Chapter, ending, endpoint, of, recorded, service, silentFor, times } from './testing.ts';

/** What it means that the person has not agreed to a host yet, as after an edition that names a new one: nobody asks it. */

const web = endpoint('signalling', 'https://web.example/', 'verified');
const relay = (url: string) => endpoint('media', url, 'verified');

/** The state of the calls after some rounds in which only these hosts were asked. */
function calls(whole: Service, hosts: readonly string[], chapters: readonly Chapter[]) {
  const one = agreedPart(whole, allows({ agreedAt: 1, hosts }), []);
  if (!one) throw new Error('nothing of it may be contacted');
  const unasked = Object.fromEntries(
    one.endpoints.filter(({ url }) => !hosts.includes(hostOf(url))).map(({ url }) => [url, 'unasked'] as const),
  );
  return of(
    ending(
      chapters.map((chapter) => ({ ...chapter, fates: unasked })),
      { services: [one] },
    ),
    one,
  ).calls;
}

describe('a relay that the person has not agreed to', () => {
  const moved = service('moved', [
    web,
    relay('turn:old.example:3478?transport=udp'),
    relay('turn:new.example:3478?transport=udp'),
  ]);
  const oldSilent: Chapter[] = [{}, ...times(4, { seen: [[/old\.example/, 'silent']] })];

  test('might have answered where the others fell silent: nobody is accused', () => {
    expect(calls(moved, ['web.example', 'old.example'], oldSilent)).toMatchObject({
      state: 'insufficient',
      rule: 'calls.unheard',
    });
  });

  test('hides no block once it is agreed to', () => {
    const both: Chapter[] = times(3, { seen: [[/(old|new)\.example/, 'silent']] });
    expect(calls(moved, ['web.example', 'old.example', 'new.example'], both).state).toBe('likely-blocked');
  });

  test('is missed for green where it is the only one over UDP, whatever answers over TLS', () => {
    const mixed = service('mixed', [web, relay('turn:udp.example:3478?transport=udp'), relay('turns:tls.example:443')]);
    expect(calls(mixed, ['web.example', 'tls.example'], [{}])).toMatchObject({
      state: 'insufficient',
      rule: 'calls.unheard',
    });
  });
});

test('Relays over UDP that nobody hears any more leave calls unknown, though one over TLS answers', () => {
  const mixed = service('mixed', [web, relay('turn:udp.example:3478?transport=udp'), relay('turns:tls.example:443')]);
  const gone = recorded(mixed, silentFor(90), /udp\.example/);
  const chapter: Chapter = { seen: [[/udp\.example/, 'unasked']] };
  expect(calls(gone, ['web.example', 'udp.example', 'tls.example'], [chapter]).rule).toBe('calls.gone');
});

test('A web host that the person has not agreed to might have answered where the other is reset', () => {
  const two = service('two', [web, endpoint('signalling', 'https://new.example/', 'verified')]);
  const reset: Chapter[] = times(3, { seen: [[/web\.example/, 'reset']] });
  expect(calls(two, ['web.example'], reset).state).toBe('insufficient');
});
