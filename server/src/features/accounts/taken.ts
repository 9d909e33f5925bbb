import { isUniqueViolation } from '../../db/failures.ts';
import { fail } from '../../engine/errors/failure.ts';

/**
 * Writes a user; the unique indexes decide races.
 * @throws username_taken, email_taken, each naming its field
 */
export async function orTaken<Result>(write: () => PromiseLike<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'users_username_key')) throw taken('username', 'This username is taken');
    if (isUniqueViolation(error, 'users_email_key')) throw taken('email', 'This e-mail address is taken');
    throw error;
  }
}

function taken(field: 'username' | 'email', detail: string) {
  const code = `${field}_taken` as const;
  return fail(code, { detail, issues: [{ pointer: `/${field}`, code, detail }] });
}
