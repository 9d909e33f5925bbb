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
    if (isUniqueViolation(error, 'users_username_key')) throw usernameTaken();
    if (isUniqueViolation(error, 'users_email_key')) throw taken('email', 'This e-mail address is taken');
    throw error;
  }
}

/** The failure of a username that somebody has. */
export function usernameTaken() {
  return taken('username', 'This username is taken');
}

function taken(field: 'username' | 'email', detail: string) {
  const code = `${field}_taken` as const;
  return fail(code, { detail, issues: [{ pointer: `/${field}`, code, detail }] });
}
