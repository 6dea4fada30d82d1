import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYAML } from 'confbox';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../build/output.ts';

/** The forms on GitHub. A form that does not fit is not shown there, and nobody is told. */

const FOLDER = join(ROOT, '.github', 'ISSUE_TEMPLATE');
const read = (name: string): unknown => parseYAML(readFileSync(join(FOLDER, name), 'utf8'));

const Words = v.pipe(v.string(), v.minLength(1));
const Label = { label: Words, description: v.optional(Words) };
const Validations = v.strictObject({ required: v.boolean() });
const Field = <Type extends string, Attributes extends v.ObjectEntries>(type: Type, attributes: Attributes) =>
  v.strictObject({
    type: v.literal(type),
    id: v.pipe(v.string(), v.regex(/^[a-z][a-z-]*$/)),
    attributes: v.strictObject({ ...Label, ...attributes }),
    validations: v.optional(Validations),
  });

/** https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema */
const Form = v.strictObject({
  name: Words,
  description: Words,
  title: v.optional(Words),
  labels: v.optional(v.array(Words)),
  body: v.array(
    v.variant('type', [
      v.strictObject({ type: v.literal('markdown'), attributes: v.strictObject({ value: Words }) }),
      Field('input', { placeholder: v.optional(Words) }),
      Field('textarea', { placeholder: v.optional(Words), render: v.optional(Words) }),
      Field('dropdown', { options: v.pipe(v.array(Words), v.minLength(2)) }),
      Field('checkboxes', { options: v.array(v.strictObject({ label: Words, required: v.optional(v.boolean()) })) }),
    ]),
  ),
});

const forms = readdirSync(FOLDER).filter((name) => name !== 'config.yml');

describe.each(forms)('%s', (name) => {
  test('fits what GitHub understands', () => {
    const { issues } = v.safeParse(Form, read(name));
    expect(issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
  });

  test('has each field once, and asks for something', () => {
    const fields = v.parse(Form, read(name)).body.filter((field) => field.type !== 'markdown');
    const ids = fields.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(fields.some(({ validations }) => validations?.required)).toBe(true);
  });
});

test('a wrong verdict needs the copied report, and says what is not in it', () => {
  const { body } = v.parse(Form, read('wrong-verdict.yml'));
  expect(body.find((field) => field.type === 'textarea' && field.id === 'report')).toMatchObject({
    attributes: { description: expect.stringContaining('no address of yours') },
    validations: { required: true },
  });
});

test('links beside the forms lead over HTTPS, and say what for', () => {
  const Config = v.strictObject({
    blank_issues_enabled: v.boolean(),
    contact_links: v.array(
      v.strictObject({ name: Words, about: Words, url: v.pipe(v.string(), v.startsWith('https://')) }),
    ),
  });
  expect(v.safeParse(Config, read('config.yml')).success).toBe(true);
});
