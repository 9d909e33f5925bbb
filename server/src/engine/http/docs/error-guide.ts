/** What each error code means and what a client does about it, for the page that problems link to. */
import type { Code } from '@portico/shared/errors';

/** Sentences for a developer. */
export interface ErrorGuide {
  readonly meaning: string;
  readonly remedy: string;
}

export const errorGuide: Readonly<Record<Code, ErrorGuide>> = {
  bad_request: {
    meaning: 'The request could not be read: malformed JSON, a broken form, an impossible header.',
    remedy: 'Mend the request; the same bytes will fail again. `detail` says what was wrong.',
  },
  invalid_link: {
    meaning: 'The link was used before, is too old, or was replaced by a newer one.',
    remedy: 'Ask for a new one.',
  },
  unauthenticated: {
    meaning: 'The operation needs a session, and the request carried none, or one that has ended.',
    remedy: 'Sign in and send the request again.',
  },
  invalid_credentials: {
    meaning: 'The name or the password is wrong. Which of the two is not said.',
    remedy: 'Ask for both again. Repeated attempts are limited.',
  },
  second_factor_required: {
    meaning: 'Name and password are right, and the account has a second factor.',
    remedy:
      'Ask for a code of the authenticator, or a recovery code, and send the same request with it as `code`.',
  },
  invalid_code: {
    meaning: 'The code of the second factor is wrong, too old, or was used before.',
    remedy: 'Wait for the next code. Repeated attempts are limited.',
  },
  invalid_token: {
    meaning: 'The access or refresh token is malformed, over, revoked, or not from this server.',
    remedy: 'Refresh an access token; sign in again where the refresh token is refused, too.',
  },
  forbidden: {
    meaning: 'The caller is known, but may not do this.',
    remedy: 'Use an account with the role that the operation names.',
  },
  insufficient_scope: {
    meaning: 'The token was made for less than this operation needs.',
    remedy: 'Ask for the scope that the operation names when you create the token.',
  },
  reauthentication_required: {
    meaning: 'The change is sensitive, and it is a while ago that the caller proved who they are.',
    remedy: 'Let them prove it again (`POST /reauthentication`), then send the same request.',
  },
  account_disabled: {
    meaning: 'An administrator has shut the account, or its owner has asked for its deletion.',
    remedy: 'Nothing that a program can do; ask the operator.',
  },
  email_unverified: {
    meaning: 'This server asks for a verified e-mail address before anybody signs in.',
    remedy: 'Open the link in the mail that registration sent; it can be sent again.',
  },
  cross_site: {
    meaning: 'A browser sent the request from a page of another site.',
    remedy: 'Call from a page of this site, or from a program that is no browser.',
  },
  not_found: {
    meaning: 'Nothing is at this address, or it is not the caller’s to see: the two look alike.',
    remedy: 'Check the id. A deleted resource does not come back.',
  },
  method_not_allowed: {
    meaning: 'The address exists, but not with this method.',
    remedy: 'Use a method that the `Allow` header lists.',
  },
  not_acceptable: {
    meaning: 'The `Accept` header rules out every representation there is.',
    remedy: 'Accept `application/json` and `application/problem+json`, or send no `Accept` at all.',
  },
  username_taken: {
    meaning: 'Another account has this username, in whatever case.',
    remedy: 'Choose another one.',
  },
  email_taken: {
    meaning: 'Another account has this e-mail address, in whatever case.',
    remedy: 'Sign in with it, or use another address.',
  },
  conflict: {
    meaning: 'The request contradicts the current state.',
    remedy: 'Read the resource again and decide anew.',
  },
  last_admin: {
    meaning: 'The change would leave nobody who can administrate.',
    remedy: 'Make somebody else an administrator first.',
  },
  last_way_in: {
    meaning: 'Without this, its owner could not sign in any more.',
    remedy: 'Set a password or connect another account first.',
  },
  idempotency_in_progress: {
    meaning: 'A request with the same `Idempotency-Key` arrived before and has not ended yet.',
    remedy: 'Wait as many seconds as `Retry-After` says, then send the same request under the same key.',
  },
  version_conflict: {
    meaning: 'The resource was changed after the version that the request was based on. Nothing was written.',
    remedy: 'Read it again, apply the change to the new version, and send that version’s number.',
  },
  payload_too_large: {
    meaning: 'The body, a file in it, or the batch is larger than the operation takes.',
    remedy: 'Send less, or send it in parts.',
  },
  unsupported_media_type: {
    meaning: 'The body’s `Content-Type` is none that the operation reads.',
    remedy: 'Use a content type that the operation lists; say UTF-8 where a charset is named.',
  },
  range_not_satisfiable: {
    meaning: 'The `Range` header asks for bytes beyond the end of the file.',
    remedy: 'The `Content-Range` header tells the size; ask for bytes within it.',
  },
  invalid_input: {
    meaning: 'The request was read, but fields in it are missing or wrong.',
    remedy: 'Show each entry of `errors` beside the field that its `pointer` names. Nothing was written.',
  },
  idempotency_key_reused: {
    meaning: 'The `Idempotency-Key` belongs to an earlier request with another input. Nothing was written.',
    remedy: 'Make a new key for every new request; send the old one only to repeat the very same request.',
  },
  rate_limited: {
    meaning: 'The caller made more calls than allowed in this time.',
    remedy: 'Wait as many seconds as `Retry-After` says.',
  },
  client_closed: {
    meaning: 'The client closed the connection before the answer was ready.',
    remedy: 'Nothing: this stands in logs only.',
  },
  internal: {
    meaning: 'A fault of the server. What happened stands in its log, never in the answer.',
    remedy: 'Report it with the `requestId`.',
  },
  unavailable: {
    meaning: 'Something that the server depends on is away for the moment.',
    remedy: 'Wait as many seconds as `Retry-After` says, then send the request again.',
  },
  timeout: {
    meaning: 'The call ran longer than it may.',
    remedy:
      'Try again later, with less at once. A change may or may not have been made: read before repeating it.',
  },
};
