import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';
import { OONI_HOST } from '../../core/ooni/opinion.ts';
import { version } from '../../package.json';
import { manifest } from '../../platform/manifest.ts';
import { ROOT } from '../build/output.ts';
import { answers, listing, listingLanguages } from './listing.ts';
import { policyFrom } from './policy.ts';

/** Of the product; a language that comes later needs a text for the stores too. */
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fa', 'fr', 'hi', 'pt', 'ru', 'tr', 'ur', 'zh_CN'];

/** Google takes no more for the short description, which is the package's. */
const SHORT_DESCRIPTION = 132;

const english = listing('en');
const count = (text: string, what: RegExp): number => [...text.matchAll(what)].length;

test('every language has a text', () => {
  expect(listingLanguages()).toEqual(LANGUAGES);
});

describe.each(listingLanguages())('in %s', (language) => {
  const texts = listing(language);

  test('the text says as much as in English, point by point', () => {
    expect(count(texts.description, /^• /gm)).toBe(count(english.description, /^• /gm));
    expect(count(texts.description, /\n\n/g)).toBe(count(english.description, /\n\n/g));
  });

  test('names are not piled up: a service is named once', () => {
    for (const name of ['WhatsApp', 'Messenger', 'Signal']) {
      expect(count(texts.description, new RegExp(name, 'g'))).toBe(1);
    }
  });

  test('it names the host beside the services that may be read', () => {
    expect(texts.description).toContain(OONI_HOST);
  });

  test('it says what is new in this version', () => {
    expect(Object.keys(texts.whats_new)).toContain(version);
  });

  const locale = join(ROOT, 'locales', `${language}.yml`);
  test.runIf(existsSync(locale))('the package has a short description that is short enough', async () => {
    const messages = await parseMessagesFile(locale);
    const short = messages.find(({ key }) => key.join('.') === 'extension_description');
    expect(short && 'message' in short ? short.message.length : 0).toBeGreaterThan(0);
    expect(short && 'message' in short ? short.message.length : 0).toBeLessThanOrEqual(SHORT_DESCRIPTION);
  });
});

test('all stores are told the same of data: a location at most, of the person who asks OONI', () => {
  const made = manifest({ browser: 'firefox', command: 'build', mode: 'production', manifestVersion: 3 });
  const { required, optional = [] } = made.browser_specific_settings?.gecko?.data_collection_permissions ?? {};
  expect([required, optional]).toEqual([['none'], ['locationInfo']]);
  const told = Object.entries(answers().data_collected).filter(([, isCollected]) => isCollected);
  expect(told).toEqual([['location', true]]);
});

test('each permission that a manifest asks for is explained, and no other', () => {
  const { permissions } = answers();
  const asked = ['chrome', 'firefox'].flatMap((browser) => {
    const made = manifest({ browser, command: 'build', mode: 'production', manifestVersion: 3 });
    expect(made.host_permissions ?? []).toEqual([]);
    return [...(made.permissions ?? []), ...(made.optional_permissions ?? [])];
  });
  expect(Object.keys(permissions).sort()).toEqual([...new Set<string>(asked)].sort());
});

test('the privacy pages explain each permission too', () => {
  const page = readFileSync(join(ROOT, 'docs', 'privacy.md'), 'utf8');
  for (const permission of Object.keys(answers().permissions)) expect(page).toContain(`\`${permission}\``);
});

test('the privacy policy is made from the privacy page: node scripts/privacy-policy.mjs --write', () => {
  const policy = readFileSync(join(ROOT, 'store', 'privacy-policy.md'), 'utf8');
  expect(policy).toBe(policyFrom(readFileSync(join(ROOT, 'docs', 'privacy.md'), 'utf8')));
});
