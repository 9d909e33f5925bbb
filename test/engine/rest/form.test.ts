import { form, formFields, isForm } from '@portico/shared/form';
import { expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';

const fields = z.object({
  title: z.string(),
  count: z.int().optional(),
  tags: z.array(z.string()).default([]),
  place: z.object({ lat: z.number() }).optional(),
  picture: z.file(),
});
const Upload = form(fields);
const picture = new File(['x'], 'x.png', { type: 'image/png' });

test('a form is decoded by the schema of its fields', () => {
  const data = new FormData();
  data.append('title', '12');
  data.append('count', '12');
  data.append('tags', 'a');
  data.append('place[lat]', '1.5');
  data.append('picture', picture);
  const parsed = Upload.parse(data);
  expect(parsed).toMatchObject({ title: '12', count: 12, tags: ['a'], place: { lat: 1.5 } });
  expect(parsed.picture.name).toBe('x.png');
});

test('an object is taken as it is, without reading text as numbers', () => {
  expect(Upload.safeParse({ title: 'a', picture, count: 1 }).success).toBe(true);
  expect(Upload.safeParse({ title: 'a', picture, count: '1' }).success).toBe(false);
});

test('a harmful name is an issue at its place', () => {
  const data = new FormData();
  data.append('place[__proto__]', '1');
  expect(Upload.safeParse(data).error?.issues).toMatchObject([{ path: ['place', '__proto__'] }]);
});

test('the mark survives a description, and other schemas have none', () => {
  expect(isForm(Upload)).toBe(true);
  expect(isForm(Upload.describe('An upload'))).toBe(true);
  expect(formFields(Upload.meta({ id: 'Upload' }))).toBe(fields);
  expect(isForm(fields)).toBe(false);
  expect(isForm(z.preprocess((value) => value, fields))).toBe(false);
});

test('its types are the object, or FormData from a client', () => {
  expectTypeOf<z.input<typeof Upload>>().toEqualTypeOf<z.input<typeof fields> | FormData>();
  expectTypeOf<z.output<typeof Upload>>().toEqualTypeOf<z.output<typeof fields>>();
});
