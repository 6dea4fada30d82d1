import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYAML } from 'confbox';
import { describe, expect, test } from 'vitest';
import { STORE } from '../listing.ts';
import { PICTURE_LANGUAGES, SCREEN, SHOTS, TILES } from './shots.ts';

const FOLDER = join(STORE, 'pictures');
/** All together: they are part of every checkout. */
const MOST_BYTES = 2_500_000;
/** Google shows no more. */
const MOST_SCREENS = 5;

/** Of a PNG's header: size, and kind of colour (2: red, green and blue, nothing shines through). */
function header(file: string) {
  const bytes = readFileSync(join(FOLDER, file));
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), depth: bytes[24], colour: bytes[25] };
}

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.png'));

describe.each(PICTURE_LANGUAGES)('in %s', (language) => {
  test('screens and tiles have the sizes that the stores take', () => {
    const own = files.filter((file) => file.startsWith(language)).map((file) => file.slice(language.length + 1));
    const screens = own.filter((file) => SHOTS.some(({ name }) => file === `${name}.png`));
    const tiles = TILES.map(({ name }) => `${name}.png`);
    expect(own.sort()).toEqual([...screens, ...tiles].sort());
    expect(screens.length).toBeGreaterThanOrEqual(3);
    expect(screens.length).toBeLessThanOrEqual(MOST_SCREENS);
    const solid = { depth: 8, colour: 2 };
    for (const file of screens) expect(header(`${language}/${file}`)).toEqual({ ...SCREEN, ...solid });
    for (const { name, ...size } of TILES) expect(header(`${language}/${name}.png`)).toEqual({ ...size, ...solid });
  });

  test('every picture has its line', () => {
    const captions = parseYAML<Record<string, object>>(readFileSync(join(STORE, 'captions.yml'), 'utf8'));
    expect(Object.keys(captions[language] ?? {})).toEqual([...SHOTS.map(({ name }) => name), 'tile']);
  });
});

test('they are small', () => {
  const bytes = files.reduce((sum, file) => sum + readFileSync(join(FOLDER, file)).length, 0);
  expect(bytes).toBeLessThan(MOST_BYTES);
});
