// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** The server answered with a problem: one class for each code. */
public sealed class ApiException(problem: Problem) : ProblemException(problem) {
    /** `account_disabled`, 403: This account is shut */
    public class AccountDisabled internal constructor(problem: Problem) : ApiException(problem)

    /** `bad_request`, 400: The request is malformed */
    public class BadRequest internal constructor(problem: Problem) : ApiException(problem)

    /** `conflict`, 409: The request conflicts with the current state */
    public class Conflict internal constructor(problem: Problem) : ApiException(problem)

    /** `cross_site`, 403: The request came from another site */
    public class CrossSite internal constructor(problem: Problem) : ApiException(problem)

    /** `email_taken`, 409: This e-mail address is taken */
    public class EmailTaken internal constructor(problem: Problem) : ApiException(problem)

    /** `email_unverified`, 403: The e-mail address is not verified yet */
    public class EmailUnverified internal constructor(problem: Problem) : ApiException(problem)

    /** `forbidden`, 403: You may not do this */
    public class Forbidden internal constructor(problem: Problem) : ApiException(problem)

    /** `idempotency_in_progress`, 409: The first request with this key still runs */
    public class IdempotencyInProgress internal constructor(problem: Problem) : ApiException(problem)

    /** `idempotency_key_reused`, 422: This key was used for another request */
    public class IdempotencyKeyReused internal constructor(problem: Problem) : ApiException(problem)

    /** `insufficient_scope`, 403: The token does not reach this far */
    public class InsufficientScope internal constructor(problem: Problem) : ApiException(problem)

    /** `internal`, 500: Something broke on our side */
    public class Internal internal constructor(problem: Problem) : ApiException(problem)

    /** `invalid_code`, 401: This code is wrong, too old or used */
    public class InvalidCode internal constructor(problem: Problem) : ApiException(problem)

    /** `invalid_credentials`, 401: Wrong name or password */
    public class InvalidCredentials internal constructor(problem: Problem) : ApiException(problem)

    /** `invalid_input`, 422: Some fields are not right */
    public class InvalidInput internal constructor(problem: Problem) : ApiException(problem)

    /** `invalid_link`, 400: This link is not valid any more */
    public class InvalidLink internal constructor(problem: Problem) : ApiException(problem)

    /** `invalid_token`, 401: This token is not valid */
    public class InvalidToken internal constructor(problem: Problem) : ApiException(problem)

    /** `last_admin`, 409: There must be one administrator */
    public class LastAdmin internal constructor(problem: Problem) : ApiException(problem)

    /** `last_way_in`, 409: The account would have no way in */
    public class LastWayIn internal constructor(problem: Problem) : ApiException(problem)

    /** `not_acceptable`, 406: No acceptable representation */
    public class NotAcceptable internal constructor(problem: Problem) : ApiException(problem)

    /** `not_found`, 404: There is nothing here */
    public class NotFound internal constructor(problem: Problem) : ApiException(problem)

    /** `payload_too_large`, 413: The request is too large */
    public class PayloadTooLarge internal constructor(problem: Problem) : ApiException(problem)

    /** `range_not_satisfiable`, 416: The range lies outside the file */
    public class RangeNotSatisfiable internal constructor(problem: Problem) : ApiException(problem)

    /** `rate_limited`, 429: Too many requests */
    public class RateLimited internal constructor(problem: Problem) : ApiException(problem)

    /** `reauthentication_required`, 403: Prove once more who you are */
    public class ReauthenticationRequired internal constructor(problem: Problem) : ApiException(problem)

    /** `second_factor_required`, 401: This account also asks for a code */
    public class SecondFactorRequired internal constructor(problem: Problem) : ApiException(problem)

    /** `timeout`, 504: The request took too long */
    public class Timeout internal constructor(problem: Problem) : ApiException(problem)

    /** `unauthenticated`, 401: Sign in first */
    public class Unauthenticated internal constructor(problem: Problem) : ApiException(problem)

    /** `unavailable`, 503: The service is not available right now */
    public class Unavailable internal constructor(problem: Problem) : ApiException(problem)

    /** `unsupported_media_type`, 415: This content type is not supported */
    public class UnsupportedMediaType internal constructor(problem: Problem) : ApiException(problem)

    /** `username_taken`, 409: This username is taken */
    public class UsernameTaken internal constructor(problem: Problem) : ApiException(problem)

    /** `version_conflict`, 412: Somebody changed this meanwhile */
    public class VersionConflict internal constructor(problem: Problem) : ApiException(problem)

    /** A code that this client does not know, or an answer that is no problem. */
    public class Unknown internal constructor(problem: Problem) : ApiException(problem)

    internal companion object {
        fun of(problem: Problem): ApiException = when (problem.code) {
            "account_disabled" -> AccountDisabled(problem)
            "bad_request" -> BadRequest(problem)
            "conflict" -> Conflict(problem)
            "cross_site" -> CrossSite(problem)
            "email_taken" -> EmailTaken(problem)
            "email_unverified" -> EmailUnverified(problem)
            "forbidden" -> Forbidden(problem)
            "idempotency_in_progress" -> IdempotencyInProgress(problem)
            "idempotency_key_reused" -> IdempotencyKeyReused(problem)
            "insufficient_scope" -> InsufficientScope(problem)
            "internal" -> Internal(problem)
            "invalid_code" -> InvalidCode(problem)
            "invalid_credentials" -> InvalidCredentials(problem)
            "invalid_input" -> InvalidInput(problem)
            "invalid_link" -> InvalidLink(problem)
            "invalid_token" -> InvalidToken(problem)
            "last_admin" -> LastAdmin(problem)
            "last_way_in" -> LastWayIn(problem)
            "not_acceptable" -> NotAcceptable(problem)
            "not_found" -> NotFound(problem)
            "payload_too_large" -> PayloadTooLarge(problem)
            "range_not_satisfiable" -> RangeNotSatisfiable(problem)
            "rate_limited" -> RateLimited(problem)
            "reauthentication_required" -> ReauthenticationRequired(problem)
            "second_factor_required" -> SecondFactorRequired(problem)
            "timeout" -> Timeout(problem)
            "unauthenticated" -> Unauthenticated(problem)
            "unavailable" -> Unavailable(problem)
            "unsupported_media_type" -> UnsupportedMediaType(problem)
            "username_taken" -> UsernameTaken(problem)
            "version_conflict" -> VersionConflict(problem)
            else -> Unknown(problem)
        }
    }
}
