import { expect, test } from 'vitest';
import { cellAfter, cellBelow } from './cursor.ts';

test('Arrows move along time: to the right it is later, in writing from the right it is earlier', () => {
  expect(cellAfter('ArrowRight', 5, 48, false)).toBe(6);
  expect(cellAfter('ArrowLeft', 5, 48, false)).toBe(4);
  expect(cellAfter('ArrowRight', 5, 48, true)).toBe(4);
  expect(cellAfter('ArrowLeft', 5, 48, true)).toBe(6);
});

test('Home and End lead to the ends, and nothing leads beyond them', () => {
  expect(cellAfter('Home', 5, 48, false)).toBe(0);
  expect(cellAfter('End', 5, 48, true)).toBe(47);
  expect(cellAfter('ArrowLeft', 0, 48, false)).toBe(0);
  expect(cellAfter('PageDown', 40, 48, false)).toBe(47);
});

test('Other keys are left to the page', () => {
  for (const key of ['ArrowUp', 'Tab', 'a', 'Enter']) expect(cellAfter(key, 5, 48, false)).toBeNull();
});

test('Every point of a strip belongs to a cell, its ends included', () => {
  expect([-0.1, 0, 0.5, 0.999, 1, 1.2].map((share) => cellBelow(share, 10))).toEqual([0, 0, 5, 9, 9, 9]);
});
