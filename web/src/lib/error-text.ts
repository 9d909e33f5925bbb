import type { Code } from '@portico/client';
import { problemOf } from './problems.ts';

/** What a visitor reads for an error code. Codes that say enough in the problem's own detail are left out. */
const texts: Partial<Record<Code, string>> = {
  unauthenticated: 'Your session has ended. Log in again; what you typed is kept.',
  invalid_credentials: 'The name or the password is wrong.',
  invalid_code: 'This code is wrong, too old, or was used already. Enter another one.',
  second_factor_required: 'This account also asks for a code.',
  invalid_link: 'This link is too old or was used already. Ask for a new one.',
  reauthentication_required: 'This needs your password once more. Try again to enter it.',
  email_unverified:
    'The e-mail address of this account is not confirmed yet. Open the link that was mailed to it.',
  forbidden: 'Your account may not do this.',
  cross_site: 'The request came from another site and was refused. Reload the page and try again.',
  insufficient_scope: 'What you signed in with does not reach this far.',
  not_found: 'This is not here any more.',
  username_taken: 'This username is taken. Choose another one.',
  email_taken: 'There is an account with this e-mail address already.',
  last_admin: 'There must be one administrator: make somebody else one first.',
  last_way_in: 'This is the only way into your account. Add another one first, such as a password.',
  version_conflict:
    'Somebody saved a newer version meanwhile. What you typed is kept; save again to put it in its place.',
  payload_too_large: 'This is too large to be sent.',
  unsupported_media_type: 'Files of this kind are not accepted.',
  invalid_input: 'Some fields need your attention.',
  rate_limited: 'That was a little too fast. Wait a moment, then try again.',
  internal: 'Something broke on our side. Nothing you typed is lost; try again.',
  unavailable: 'The service is taking a short break. Try again in a moment.',
  timeout: 'The answer took too long. Try again in a moment.',
};

/** The one translation from an error to words for a visitor. */
export function errorText(error: unknown): string {
  const problem = problemOf(error);
  if (problem?.errors?.length) return problem.errors.map(({ detail }) => detail).join(' ');
  if (problem) return texts[problem.code] ?? problem.detail;
  if (!navigator.onLine) return 'You are offline. Try again when the connection is back.';
  return 'The server could not be reached. Check your connection and try again.';
}

/** The id by which support finds a failed request in the log; only where it helps. */
export function requestIdOf(error: unknown): string | undefined {
  const problem = problemOf(error);
  return problem && problem.status >= 500 ? problem.requestId : undefined;
}
