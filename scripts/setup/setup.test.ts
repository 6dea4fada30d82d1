import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findBrowser } from './browsers.mjs';
import { missing } from './needs.mjs';
import { which } from './run.mjs';

describe('finding browsers', () => {
  let folder: string;
  const program = (name: string) => {
    const path = join(folder, name);
    writeFileSync(path, '#!/bin/sh\n', { mode: 0o755 });
    return path;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ringback-path-'));
    vi.stubEnv('PATH', folder);
    vi.stubEnv('RINGBACK_CHROMIUM', '');
    vi.stubEnv('RINGBACK_FIREFOX', '');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  test('takes what PATH has, Chromium before Chrome', () => {
    const chrome = program('google-chrome');
    expect(findBrowser('chromium')).toBe(chrome);
    const chromium = program('chromium');
    expect(findBrowser('chromium')).toBe(chromium);
  });

  test('takes the one that is named before all others', () => {
    program('firefox');
    const own = program('nightly');
    vi.stubEnv('RINGBACK_FIREFOX', own);
    expect(findBrowser('firefox')).toBe(own);
  });

  test('finds none rather than another one when the named one is not there', () => {
    program('chromium');
    vi.stubEnv('RINGBACK_CHROMIUM', join(folder, 'gone'));
    expect(findBrowser('chromium')).toBeNull();
    expect(missing('chromium')).toMatch(/^RINGBACK_CHROMIUM names .*gone, and there is no such file\.$/);
  });

  test('passes over what cannot be run', () => {
    writeFileSync(join(folder, 'tool'), '', { mode: 0o644 });
    mkdirSync(join(folder, 'more'));
    expect(which('tool', 'no-such-tool')).toBeNull();
  });
});
