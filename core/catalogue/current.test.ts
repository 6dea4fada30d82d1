import { expect, onTestFinished, test, vi } from 'vitest';
import { edition, takeEdition, viewOf } from './current.ts';
import { companyOf } from './families.ts';
import { allServices, serviceById } from './index.ts';
import { lookOf, looks } from './looks.ts';
import type { Edition } from './packed.ts';
import { usuals } from './usuals.ts';

const before = edition();
const take = (change: Partial<Edition>) => {
  onTestFinished(() => takeEdition(before));
  takeEdition({ ...before, ...change });
};

test('A view is made once for each edition', () => {
  const make = vi.fn(({ serial }: Edition) => serial);
  const view = viewOf(make);
  expect([view(), view()]).toEqual([before.serial, before.serial]);
  expect(make).toHaveBeenCalledOnce();
  take({ serial: 9 });
  expect([view(), view()]).toEqual([9, 9]);
  expect(make).toHaveBeenCalledTimes(2);
});

test('What is known of services follows the edition', () => {
  const usual = { countries: ['MA'], languages: [] };
  const demo = { id: 'demo', name: 'Demo', colour: '#123456', endpoints: {}, families: ['meta'], usual };
  take({ services: [demo] });
  expect(allServices().map(({ id }) => id)).toEqual(['demo']);
  expect(lookOf('demo')).toMatchObject({ name: 'Demo', colour: '#123456' });
  expect(companyOf('demo')).toBe('Meta');
  expect(usuals()).toEqual([{ id: 'demo', ...usual }]);
  expect([serviceById('whatsapp'), lookOf('whatsapp'), companyOf('whatsapp')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('Looks stand in the order of services', () => {
  expect(looks().map(({ id }) => id)).toEqual(allServices().map(({ id }) => id));
});
