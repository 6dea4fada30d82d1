import { expect, test } from 'vitest';
import { newer } from './newer.ts';

test('a method that came later than a browser is found by its name', () => {
  expect(newer('chrome', 109, 'const a=b.toSorted()', '')).toEqual(['toSorted']);
  expect(newer('chrome', 110, 'const a=b.toSorted()', '')).toEqual([]);
});

test('a name that an older object has too, or that is our own, says nothing', () => {
  expect(newer('chrome', 124, 'a.join();b.since()', '')).toEqual(['since']);
  expect(newer('chrome', 124, 'a.join();b.since();b={since:()=>1}', '')).toEqual([]);
});

test('styles are looked at by property, value, rule and selector', () => {
  const style = 'h1{text-wrap:balance;color:red}@container (min-width: 1px){a:has(b){color:red}}';
  expect(newer('chrome', 104, '', style)).toEqual([':has', '@container', 'text-wrap']);
  expect(newer('firefox', 150, '', 'h1{break-after:avoid}')).toEqual(['break-after: avoid']);
});

test('the value of a property is no selector', () => {
  expect(newer('chrome', 120, '', 'h1{flex-direction:column}p{color:red}')).toEqual([]);
  expect(newer('chrome', 120, '', 'ol::column{color:red}')).toEqual([':column']);
});
