import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupNetworks, isUnknown } from './grouping.ts';
import { UNKNOWN_NETWORK } from './records.ts';
import { key, network } from './testing.ts';

const inwi = { operator: 'Inwi', country: 'MA', access: 'cellular' as const };

test('Address ranges of one operator, country and access are one network, the one used last first', () => {
  const [group, ...others] = groupNetworks([
    network(1, { ...inwi, firstAt: 5, lastAt: 10 }),
    network(2, { ...inwi, firstAt: 1, lastAt: 30 }),
    network(3, { ...inwi, firstAt: 9, lastAt: 20 }),
  ]);
  expect(others).toEqual([]);
  expect(group).toMatchObject({ keys: [key(2), key(3), key(1)], operators: ['Inwi'], firstAt: 1, lastAt: 30 });
});

test('Another access, country or operator is another network', () => {
  const groups = groupNetworks([
    network(1, inwi),
    network(2, { ...inwi, access: 'wifi' }),
    network(3, { ...inwi, country: 'FR' }),
    network(4, { ...inwi, operator: 'Orange' }),
  ]);
  expect(groups).toHaveLength(4);
});

test('A name that the person gave joins networks, and parts one from its operator', () => {
  const groups = groupNetworks([
    network(1, { ...inwi, name: 'Home', lastAt: 3 }),
    network(2, { operator: 'Orange', country: 'MA', name: 'Home', lastAt: 2 }),
    network(3, { ...inwi, lastAt: 1 }),
  ]);
  expect(groups.map(({ name, keys }) => [name, keys.length])).toEqual([
    ['Home', 2],
    [null, 1],
  ]);
  expect(groups[0]?.operators).toEqual(['Inwi', 'Orange']);
});

test('Networks that nothing is known of stay apart', () => {
  expect(groupNetworks([network(1), network(2), network(3, { country: 'MA' })])).toHaveLength(3);
});

test('Rounds on a network that could not be told are never mixed with others, whatever it is called', () => {
  const groups = groupNetworks([
    network(0, { ...inwi, name: 'Home', key: UNKNOWN_NETWORK }),
    network(1, { ...inwi, name: 'Home' }),
  ]);
  expect(groups.filter(isUnknown).map(({ keys }) => keys)).toEqual([[UNKNOWN_NETWORK]]);
});

test('An operator can not be named so that its networks pass for named ones', () => {
  expect(groupNetworks([network(1, { name: 'a' }), network(2, { operator: 'name a' })])).toHaveLength(2);
});

test('Every network is in exactly one group, and the groups are in the order of their last use', () => {
  const some = fc.array(
    fc.record({
      n: fc.integer({ min: 0, max: 40 }),
      operator: fc.constantFrom(null, 'A', 'B'),
      name: fc.constantFrom(null, null, 'Home'),
      lastAt: fc.nat(100),
    }),
  );
  fc.assert(
    fc.property(some, (drawn) => {
      const networks = [...new Map(drawn.map(({ n, ...rest }) => [n, network(n, rest)])).values()];
      const groups = groupNetworks(networks);
      expect(groups.flatMap(({ keys }) => keys).sort()).toEqual(networks.map(({ key }) => key).sort());
      expect(groups.map(({ lastAt }) => lastAt)).toEqual(groups.map(({ lastAt }) => lastAt).sort((a, b) => b - a));
    }),
  );
});
