import { describe, expect, test } from 'vitest';
import { allServices } from '../../core/catalogue/index.ts';
import { addressesOf } from '../contacts.ts';
import { additionOf, hostsOf, selectionOf, withServices } from './choosing.ts';

const USUAL = allServices()
  .filter(({ isDefault }) => isDefault)
  .map(({ id }) => id);

test('Where nothing was chosen, the usual services are', () => {
  expect(selectionOf({ services: null })).toEqual(USUAL);
  expect(selectionOf({ services: [] })).toEqual([]);
  expect(selectionOf({ services: ['signal', 'nobody-knows'] })).toEqual(['signal']);
});

test('Choosing and dropping leaves the others as they are', () => {
  expect(withServices(['signal'], ['whatsapp', 'messenger'], true).sort()).toEqual(['messenger', 'signal', 'whatsapp']);
  expect(withServices(['signal', 'whatsapp'], ['whatsapp', 'messenger'], false)).toEqual(['signal']);
});

test('Hosts of a service are its own, without those of the controls', () => {
  expect(hostsOf('zoom')).toContain('zoom.us');
  expect(hostsOf('zoom').filter((host) => addressesOf([]).includes(host))).toEqual([]);
});

describe('what another choice adds', () => {
  const may = (host: string) => hostsOf('signal').includes(host);
  test('is what the person has not agreed to, by service', () => {
    expect(additionOf([], ['signal', 'zoom'], may)).toEqual({ services: ['zoom'], hosts: hostsOf('zoom') });
  });
  test.for<[string, string[], string[]]>([
    ['a service whose hosts were agreed to', [], ['signal']],
    ['a service that was chosen before', ['zoom'], ['zoom']],
    ['dropping one', ['signal', 'zoom'], ['signal']],
    ['one that no longer exists', [], ['skype']],
  ])('is nothing for %s', ([, before, after]) => {
    expect(additionOf(before, after, may).hosts).toEqual([]);
  });
});
