import { describe, expect, test } from 'vitest';
import { allServices } from './index.ts';
import { suggested } from './usual.ts';
import { usuals } from './usuals.ts';
import { ZONES } from './zones.ts';

const SERVICES = allServices();
const USUAL = usuals();
const DEFAULTS = SERVICES.filter(({ isDefault }) => isDefault).map(({ id }) => id);
const EVERYWHERE = 'discord facetime meet messenger signal tango teams telegram whatsapp'.split(' ');
const suggest = (timeZone: string, ...languages: string[]) => suggested(SERVICES, USUAL, { languages, timeZone });

describe('the services that are suggested', () => {
  test.for<[timeZone: string, languages: string, usual: string]>([
    ['Asia/Tokyo', 'ja', 'line'],
    ['Asia/Bangkok', 'th-TH en', 'line'],
    ['Asia/Taipei', 'zh-TW', 'line wechat'],
    ['Asia/Seoul', 'ko-KR', 'kakaotalk'],
    ['Asia/Saigon', 'vi', 'zalo'],
    ['Asia/Shanghai', 'zh-CN', 'wechat'],
    ['Asia/Hong_Kong', 'en-GB', 'wechat'],
    ['Asia/Dubai', 'ar', 'botim imo'],
    ['Asia/Karachi', 'ur', 'imo'],
    ['Europe/Kiev', 'uk ru', 'viber'],
    ['Europe/Moscow', 'ru-RU', 'max'],
    // Abroad, with the language of home.
    ['Europe/Paris', 'ja', 'line'],
    ['Africa/Casablanca', 'zh-Hans-CN', 'wechat'],
    ['UTC', 'en-AE', 'botim imo'],
    // Where several are at home.
    ['Asia/Dubai', 'ko', 'botim imo kakaotalk'],
  ])('%s, %s: those that are at home everywhere, and %s', ([timeZone, languages, usual]) => {
    expect([...suggest(timeZone, ...languages.split(' '))].sort()).toEqual([...EVERYWHERE, ...usual.split(' ')].sort());
  });

  test.for<[timeZone: string, language: string]>([
    ['Africa/Casablanca', 'fr-MA'],
    ['America/New_York', 'en-US'],
    ['Europe/Berlin', 'ru'],
    ['', ''],
    ['somewhere', 'not a language'],
  ])('%s, %s: the catalogue’s own', ([timeZone, language]) => {
    expect(suggest(timeZone, language)).toEqual(DEFAULTS);
  });

  test('are none that has been shut down', () => {
    for (const zone of Object.values(ZONES).flat()) {
      const retired = SERVICES.filter(({ id, retired }) => retired && suggest(zone).includes(id));
      expect(retired).toEqual([]);
    }
  });
});

describe('time zones', () => {
  test('are known of every country in which a service is usual, and of no other', () => {
    expect(Object.keys(ZONES).sort()).toEqual([...new Set(USUAL.flatMap(({ countries }) => countries))].sort());
  });

  const zonesOf = (country: string) =>
    (new Intl.Locale(`und-${country}`) as { getTimeZones?(): string[] }).getTimeZones?.() ?? [];

  test.for(Object.entries(ZONES))('of %s are what the browser’s own tables say', ([country, zones]) => {
    const name = (zone: string) => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
    const disputed = ['Europe/Simferopol'];
    const own = new Set(zonesOf(country).map(name));
    expect(zones.map(name).filter((zone) => !own.has(zone))).toEqual([]);
    expect([...own].filter((zone) => !zones.map(name).includes(zone) && !disputed.includes(zone))).toEqual([]);
  });
});
