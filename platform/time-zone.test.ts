import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => void vi.resetModules());
afterEach(() => void vi.restoreAllMocks());

const device = async (timeZone: string, likely: string | null = null) => {
  const options = new Intl.DateTimeFormat('en').resolvedOptions();
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({ ...options, timeZone });
  return (await import('./time-zone.ts')).deviceCountries(likely);
};

test.each([
  ['Africa/Casablanca', 'MA'],
  ['Asia/Dubai', 'AE'],
  ['Europe/Paris', 'FR'],
])('A clock of %s is one of %s', async (zone, country) => {
  expect(await device(zone)).toContain(country);
});

test('A clock of the likely country is not looked up in all others', async () => {
  const asked = vi.spyOn(Intl, 'Locale');
  expect(await device('Africa/Casablanca', 'MA')).toEqual(['MA']);
  expect(asked).toHaveBeenCalledOnce();
  expect(await device('Africa/Casablanca', 'FR')).toContain('MA');
});

test('A clock without a place is of no country', async () => {
  expect(await device('UTC')).toBeNull();
});

test('A browser without locale information does not tell', async () => {
  vi.stubGlobal('Intl', { ...Intl, DateTimeFormat: Intl.DateTimeFormat, Locale: class {} });
  try {
    expect(await device('Africa/Casablanca')).toBeNull();
  } finally {
    vi.unstubAllGlobals();
  }
});
