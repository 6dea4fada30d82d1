import { describe, expect, test } from 'vitest';
import { allServices } from '../../core/catalogue/index.ts';
import { found, groupsOf } from './groups.ts';

const groups = groupsOf(allServices());
const namesOf = (some: ReturnType<typeof found>) => some.flatMap(({ services }) => services.map(({ name }) => name));

test('Every service stands in one group', () => {
  expect(namesOf(groups).sort()).toEqual(
    allServices()
      .map(({ name }) => name)
      .sort(),
  );
});

test('Services of one company stand together, and what no longer exists comes last', () => {
  expect(namesOf(groups.filter(({ company }) => company === 'Meta'))).toEqual(['Instagram', 'Messenger', 'WhatsApp']);
  expect(namesOf(groups.filter(({ company }) => company === 'Microsoft'))).toEqual(['Microsoft Teams', 'Skype']);
});

test('The others stand by what can be tested of them', () => {
  const ofKind = (kind: string) => namesOf(groups.filter((group) => group.kind === kind));
  expect(ofKind('calls')).toContain('Signal');
  expect(ofKind('messages')).toContain('WeChat');
});

describe('a search', () => {
  test.for<[string, string[]]>([
    ['zoo', ['Zoom']],
    ['  ZOOM ', ['Zoom']],
    ['meta', ['Instagram', 'Messenger', 'WhatsApp']],
    ['nobody', []],
  ])('for %j finds %j', ([search, names]) => {
    expect(namesOf(found(groups, search))).toEqual(names);
  });

  test('for nothing finds all', () => {
    expect(found(groups, ' ')).toHaveLength(groups.length);
  });
});
