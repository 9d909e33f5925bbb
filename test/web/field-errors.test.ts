import type { Problem } from '@portico/shared/errors';
import { expect, test } from 'vitest';
import { formErrors } from '../../web/src/lib/field-errors.ts';

const names = ['title', 'price', 'tags', 'username'] as const;

function failure(problem: Partial<Problem>): Error {
  const whole = { code: 'invalid_input', status: 422, title: '', detail: '', ...problem };
  return Object.assign(new Error('failed'), { data: { problem: whole } });
}

const issue = (pointer: string, detail: string) => ({ pointer, detail, code: 'x' });

test('an issue goes to the field that its pointer names, however deep it points', () => {
  const error = failure({
    errors: [issue('/title', 'Too long'), issue('/price/amount', 'Too high'), issue('/tags/3', 'Odd')],
  });
  expect(formErrors(error, names)).toMatchObject({
    fields: { title: 'Too long', price: 'Too high', tags: 'Odd' },
    general: [],
  });
});

test('a field keeps its first message', () => {
  const error = failure({ errors: [issue('/title', 'First'), issue('/title', 'Second')] });
  expect(formErrors(error, names).fields.title).toBe('First');
});

test('an issue that no field of the form stands for is shown above it', () => {
  expect(formErrors(failure({ errors: [issue('/coverId', 'Not yours')] }), names)).toMatchObject({
    fields: {},
    general: ['Not yours'],
  });
});

test('a taken username belongs to its field, also without a pointer', () => {
  const { fields, general } = formErrors(failure({ code: 'username_taken', status: 409 }), names);
  expect(fields.username).toContain('taken');
  expect(general).toEqual([]);
});

test('no answer at all is said in words', () => {
  const { fields, general } = formErrors(new TypeError('fetch failed'), names);
  expect(fields).toEqual({});
  expect(general).toHaveLength(1);
  expect(general[0]).not.toContain('fetch failed');
});

test('an ended session is told apart', () => {
  expect(formErrors(failure({ code: 'unauthenticated', status: 401 }), names).isSignedOut).toBe(true);
  expect(formErrors(failure({ code: 'internal', status: 500 }), names).isSignedOut).toBe(false);
});
