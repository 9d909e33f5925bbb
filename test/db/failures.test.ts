import { DrizzleQueryError } from 'drizzle-orm/errors';
import { describe, expect, test } from 'vitest';
import { isRetryable, isUniqueViolation } from '../../server/src/db/failures.ts';

const postgresError = (code: string, constraint?: string) =>
  Object.assign(new Error(code), { code, constraint_name: constraint });
const wrapped = (cause: Error) => new DrizzleQueryError('insert', [], cause);

describe('a unique violation', () => {
  const taken = postgresError('23505', 'users_email_key');

  test('is recognised as the driver throws it and as Drizzle wraps it', () => {
    expect(isUniqueViolation(taken)).toBe(true);
    expect(isUniqueViolation(wrapped(taken))).toBe(true);
  });

  test('can be asked for by constraint', () => {
    expect(isUniqueViolation(wrapped(taken), 'users_email_key')).toBe(true);
    expect(isUniqueViolation(wrapped(taken), 'users_username_key')).toBe(false);
  });

  test('is nothing else', () => {
    expect(isUniqueViolation(postgresError('23503', 'users_email_key'))).toBe(false);
    expect(isUniqueViolation(new Error('23505'))).toBe(false);
    expect(isUniqueViolation('23505')).toBe(false);
    expect(isUniqueViolation(undefined)).toBe(false);
  });
});

test('a deadlock and a serialization failure are worth another try, a syntax error is not', () => {
  expect(isRetryable(wrapped(postgresError('40P01')))).toBe(true);
  expect(isRetryable(postgresError('40001'))).toBe(true);
  expect(isRetryable(wrapped(postgresError('42601')))).toBe(false);
});
