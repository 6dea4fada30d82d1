import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../build/output.ts';

/** docs/architecture.md speaks of the code as it is, and of all of it. */

const ROOMS = ['core', 'probes', 'platform', 'components', 'entrypoints', 'modules'];
const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');

/** What the product is made of: no tests, and nothing that only tests need. */
const sources = globSync(`{${ROOMS}}/**/*.{ts,tsx,json}`, { cwd: ROOT }).filter(
  (path) => !/\.test\.tsx?$|\/testing|\/recorded/.test(path),
);

/** Files, folders and patterns that the page names. In a line, a name without a folder lies in the folder that was named last. */
const named = page.split('\n').flatMap((line) => {
  let folder = '';
  return [...line.matchAll(/`([\w.*/-]+(?:\/|\.(?:tsx?|json|js|css|svg)))`/g)].map(([, name = '']) => {
    const isWhole = name.includes('/') && existsSync(join(ROOT, name.split('/')[0] ?? ''));
    if (!isWhole) return `${folder}${name}`;
    folder = name.endsWith('/') ? name : `${dirname(name)}/`;
    return name;
  });
});

test('every file and folder that it names is there', () => {
  expect(named.filter((path) => globSync(path, { cwd: ROOT }).length === 0)).toEqual([]);
});

test('every file is named in it, or lies in a folder that is', () => {
  const whole = named.filter((path) => path.endsWith('/') && !ROOMS.includes(path.slice(0, -1)));
  const files = new Set(named.flatMap((path) => globSync(path, { cwd: ROOT })));
  expect(sources.filter((path) => !files.has(path) && !whole.some((folder) => path.startsWith(folder)))).toEqual([]);
});

describe('who may import whom', () => {
  const rooms = [...page.matchAll(/^\| `(\w+)\/` \|.*\| ([^|]+) \|$/gm)].map(([, room = '', may = '']) => ({
    room,
    may,
  }));

  test.each(rooms.filter(({ room, may }) => ROOMS.includes(room) && may !== 'all'))('$room: $may', ({ room, may }) => {
    const types = [...may.matchAll(/types of `(\w+)`/g)].map(([, other]) => other);
    const wrong = sources
      .filter((path) => path.startsWith(`${room}/`) && /\.tsx?$/.test(path))
      .flatMap((path) => {
        const text = readFileSync(join(ROOT, path), 'utf8');
        return [...text.matchAll(/^(?:im|ex)port (type )?[^;]*?from '(\.[^']+)'|import\('(\.[^']+)'\)/gm)].flatMap(
          ([, type, from, loaded]) => {
            const [other = ''] = join(dirname(path), from ?? loaded ?? '').split('/');
            const isAllowed = other === room || (types.includes(other) ? type : may.includes(`\`${other}\``));
            return isAllowed ? [] : [`${path} takes ${other}`];
          },
        );
      });
    expect(wrong).toEqual([]);
  });
});
