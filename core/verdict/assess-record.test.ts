import { describe, expect, test } from 'vitest';
import type { EndpointHealth } from '../catalogue/health.ts';
import { pack, unpackCatalogue } from '../catalogue/packed.ts';
import type { Service } from '../catalogue/runtime.ts';
import { inItsTime } from '../feed/holding.ts';
import {
  answeredOn,
  CHAT,
  type Chapter,
  DAY,
  day,
  ending,
  HOUR,
  MEET,
  MORNING,
  of,
  recorded,
  silentFor,
  TALK,
  tell,
  times,
} from './testing.ts';

/** What the health record means for a verdict. */

const RELAYS = /(relay|star)\.chat|(stun|turns?)\.meet/;
const RELAYS_SILENT: Chapter = { seen: [[RELAYS, 'silent']] };
const ALL_SILENT: Chapter = { seen: [[/\.chat|meet\.example/, 'silent']] };

const story = (service: Service, chapters: readonly Chapter[]) =>
  tell(chapters, { services: [service] }).map((assessment) => of(assessment, service).calls.rule);
const judged = (service: Service, chapters: readonly Chapter[]) =>
  of(ending(chapters, { services: [service] }), service);

describe('on a network that never let a relay answer', () => {
  test('nothing is said without a record', () => {
    expect(story(CHAT, times(3, RELAYS_SILENT))).toEqual(times(3, RELAYS_SILENT).map(() => 'calls.unearned'));
  });

  test('a record that heard the relays lately makes their silence count', () => {
    const rules = story(recorded(CHAT, answeredOn(-20)), times(2, RELAYS_SILENT));
    expect(rules).toEqual(['calls.relay-silent-confirming', 'calls.relay-silent']);
  });

  test('a record of long ago does not', () => {
    expect(story(recorded(CHAT, answeredOn(-91)), [RELAYS_SILENT])).toEqual(['calls.unearned']);
  });

  test('each relay is shown with what its vote rests on', () => {
    const { evidence } = judged(recorded(CHAT, answeredOn(-20), /relay\.chat/), [RELAYS_SILENT]);
    expect(evidence.map(({ vote, ground, date }) => [vote, ground, date])).toEqual([
      ['unearned', 'unearned', undefined],
      ['unearned', 'unearned', undefined],
      ['counted', 'record', day(-20)],
      ['unearned', 'unearned', undefined],
    ]);
  });
});

describe('relays that no open network has heard for a month', () => {
  const gone = (days: number) => recorded(MEET, { ...silentFor(days), answered: day(-days - 3) }, RELAYS);

  test('have no vote, documented or not', () => {
    expect(story(gone(29), [RELAYS_SILENT])).toEqual(['calls.relay-silent-confirming']);
    expect(story(gone(30), times(3, RELAYS_SILENT)).at(-1)).toBe('calls.unearned');
  });

  test('have one again once they have answered here', () => {
    expect(story(gone(30), [{}, RELAYS_SILENT]).at(-1)).toBe('calls.relay-silent-confirming');
  });

  test('show the calls clear by an answer, as any do', () => {
    expect(story(gone(30), [{}])).toEqual(['calls.relay-answered']);
  });
});

describe('an edition that has expired', () => {
  /** The service as an edition that nobody has renewed since yesterday brings it. */
  const abandoned = (service: Service): Service => {
    const endpoints = Object.fromEntries(
      service.endpoints.flatMap(({ url, health }) => (health ? [[url, health]] : [])),
    );
    const edition = {
      serial: 1,
      issuedOn: day(-60),
      expiresOn: day(-1),
      services: [{ ...pack(service), colour: '#336699' }],
      controls: [],
      doh: [],
      health: { updatedOn: day(-61), endpoints },
    };
    return unpackCatalogue(inItsTime(edition, MORNING)).services[0] ?? service;
  };
  const gone = (days: number) => abandoned(recorded(MEET, { ...silentFor(days), answered: day(-days - 3) }, RELAYS));

  test.for([30, 90])('calls nothing blocked by servers that were gone %i days: their vote stays taken', (days) => {
    expect(story(gone(days), times(3, RELAYS_SILENT)).at(-1)).toMatch(/^calls\.(unearned|gone)$/);
  });

  test('takes none from a server whose answer here is younger', () => {
    expect(story(gone(30), [{}, RELAYS_SILENT]).at(-1)).toBe('calls.relay-silent-confirming');
  });

  test('vouches for nobody', () => {
    expect(story(abandoned(recorded(CHAT, answeredOn(-20))), [RELAYS_SILENT])).toEqual(['calls.unearned']);
  });
});

describe('a role that is no longer asked', () => {
  const unasked: Chapter = { seen: [[/(stun|turns?)\.meet/, 'unasked']] };
  const retired = recorded(MEET, silentFor(90), RELAYS);

  test('is not known: neither clear nor untestable nor blocked', () => {
    expect(judged(retired, [unasked]).calls).toMatchObject({ state: 'insufficient', rule: 'calls.gone' });
    expect(judged(retired, [unasked]).messages.state).toBe('reachable');
  });

  test('is shown with the day since which nobody hears it', () => {
    const media = judged(retired, [unasked]).evidence.filter(({ role }) => role === 'media');
    expect(new Set(media.map(({ ground, date }) => `${ground} ${date}`))).toEqual(new Set([`retired ${day(-91)}`]));
  });

  test('does not live on what it showed before the record gave it up', () => {
    const [before] = tell([{}], { services: [MEET] });
    const all = recorded(MEET, silentFor(90));
    const light: Chapter = { seen: [[/meet\.example/, 'unasked']] };
    const after = ending([light], { services: [all], memory: before?.memory, from: MORNING + HOUR } as never);
    expect(of(after, all)).toMatchObject({ calls: { rule: 'calls.gone' }, messages: { rule: 'messages.gone' } });
  });

  test('keeps the network from being clear: green must not hide it', () => {
    expect(ending([unasked], { services: [retired, CHAT] }).network.rule).toBe('network.partly-known');
  });

  test('hides no block of the service’s own servers', () => {
    const blocked: Chapter = {
      seen: [
        [RELAYS, 'unasked'],
        [/meet\.example/, 'silent'],
      ],
    };
    expect(story(retired, times(2, blocked)).at(-1)).toBe('calls.unreachable');
  });
});

describe('a service whose servers are silent everywhere', () => {
  const out = (health: Partial<EndpointHealth> = {}, pattern = /./) =>
    recorded(MEET, { ...silentFor(4), answered: day(-9), ...health }, pattern);
  const rules = (service: Service, chapters: readonly Chapter[] = [ALL_SILENT]) => {
    const { calls, messages } = judged(service, chapters);
    return [calls.rule, messages.rule];
  };
  const DOWN = ['calls.down-everywhere', 'messages.down-everywhere'];
  const SUSPECTED = ['calls.signalling-confirming', 'messages.silent-confirming'];

  test('is down, however many rounds it fails here', () => {
    for (const count of [1, 2, 5]) expect(rules(out(), times(count, ALL_SILENT))).toEqual(DOWN);
    expect(judged(out(), [ALL_SILENT]).calls.state).toBe('down');
  });

  test('is told with the places that asked, and the day', () => {
    expect(judged(out({ places: 3 }), [ALL_SILENT]).silentEverywhere).toEqual({ places: 3, date: day(-1) });
    const mixed = recorded(out({ places: 5 }), { ...silentFor(4), asked: day(-6), silentSince: day(-8) }, /api/);
    expect(judged(mixed, [ALL_SILENT]).silentEverywhere).toEqual({ places: 2, date: day(-6) });
  });

  test('is down where its servers have no vote either: a check elsewhere would not settle it', () => {
    expect(rules(recorded(TALK, silentFor(40)), [{ seen: [[/talk/, 'silent']] }])).toEqual(DOWN);
  });

  test.for<[string, Service]>([
    ['a single place asked', out({ places: 1 })],
    ['nobody has asked for three weeks', out({ asked: day(-21), silentSince: day(-25), answered: day(-30) })],
    ['it was asked on a day that has not come', out({ asked: day(9) })],
    ['one of its servers answers elsewhere', recorded(out(), answeredOn(-1), /api/)],
    ['one of its servers is not in the record', recorded(MEET, silentFor(4), /^https:\/\/meet/)],
    ['it answered on the day on which it is said to have fallen silent', out({ answered: day(-5) })],
  ])('is suspected to be blocked where %s', ([, service]) => {
    expect(rules(service)).toEqual(SUSPECTED);
  });

  test('is reachable where it answers', () => {
    expect(rules(out(), [{}])).toEqual(['calls.relay-answered', 'messages.answered']);
  });

  test('is not down where anything of it answers here', () => {
    const half: Chapter = { seen: [[/^https:.*meet\.example/, 'silent']] };
    expect(rules(out(), [half])).toEqual(SUSPECTED);
  });

  test('nor where one of its servers has answered this installation since', () => {
    expect(rules(out(), [{}, { ...ALL_SILENT, after: 2 * HOUR }])).toEqual(SUSPECTED);
    const [before] = tell([{}], { services: [MEET], from: MORNING - 8 * DAY });
    const later = ending([ALL_SILENT], { services: [out()], memory: before?.memory } as never);
    expect(of(later, MEET).calls.rule).toBe('calls.down-everywhere');
  });

  test('nor among silent controls, or where it was not asked', () => {
    expect(rules(out(), [{ seen: [...(ALL_SILENT.seen ?? []), [/^https:.*check/, 'silent']] }])).not.toEqual(DOWN);
    expect(rules(out(), [{ seen: [[/meet\.example/, 'unasked']] }])[0]).toBe('calls.no-round');
  });

  test('is not blocked by what it showed while it was out', () => {
    const back = tell([...times(4, ALL_SILENT), {}], { services: [out()] }).at(-1);
    expect(back && of(back, MEET).calls.rule).toBe('calls.relay-answered');
  });

  test('is not out where somebody answers in its place', () => {
    const page = { outcome: 'failed', mechanism: 'http.blockpage' } as const;
    expect(rules(out(), [{ seen: [[/meet\.example/, page]] }])[1]).toBe('messages.silent-confirming');
  });

  test('nor where that is seen of servers of which none has a vote', () => {
    const page = { outcome: 'failed', mechanism: 'http.blockpage' } as const;
    const demoted = recorded(TALK, silentFor(40));
    expect(
      rules(demoted, [
        {
          seen: [
            [/https:.*talk/, page],
            [/talk/, 'silent'],
          ],
        },
      ])[1],
    ).toBe('messages.unearned');
  });

  test('is out by its own word first', () => {
    expect(rules(out(), [{ ...ALL_SILENT, outages: ['meet'] }])).toEqual(['calls.down', 'messages.down']);
  });
});
