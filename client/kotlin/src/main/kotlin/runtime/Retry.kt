/** Tries a call again where that is safe. */
package portico.runtime

import java.time.DateTimeException
import java.time.Instant
import java.time.ZonedDateTime
import java.time.format.DateTimeFormatter
import kotlin.random.Random
import kotlinx.coroutines.delay

/** Runs [attempt] until it succeeds, or fails in a way that a repetition would not mend. */
internal suspend fun <T> RetryPolicy.run(isRepeatable: Boolean, attempt: suspend () -> T): T {
    var number = 1
    while (true) {
        try {
            return attempt()
        } catch (exception: ClientException) {
            if (number >= attempts || !isWorthwhile(exception, isRepeatable)) throw exception
            val wait = waitMillis(number, exception)
            if (wait > patience.inWholeMilliseconds) throw exception
            delay(wait)
        }
        number++
    }
}

/** Whether a call that changes nothing may go well later, though this one had no more time or attempts. */
internal fun mayPass(exception: ClientException): Boolean =
    exception is CallTimeoutException || isWorthwhile(exception, isRepeatable = true)

private fun isWorthwhile(exception: ClientException, isRepeatable: Boolean): Boolean = when (exception) {
    is TransportException -> isRepeatable || !exception.wasSent
    is ProblemException -> isRepeatable && isTransient(exception.problem)
    else -> false
}

private val transientStatuses = setOf(408, 425, 429, 502, 503, 504)

/** Our own first attempt may still run: its answer is what we want. */
private fun isTransient(problem: Problem): Boolean =
    problem.status in transientStatuses || problem.code == "idempotency_in_progress"

private fun RetryPolicy.waitMillis(number: Int, exception: ClientException): Long {
    val asked = (exception as? ProblemException)?.problem?.retryAfterMillis
    return asked ?: backoffMillis(number)
}

/** Doubles each time; half of it is chance, so that clients which failed together do not come back together. */
internal fun RetryPolicy.backoffMillis(number: Int): Long {
    val doubled = first.inWholeMilliseconds shl (number - 1).coerceAtMost(MOST_DOUBLINGS)
    val whole = doubled.coerceAtMost(longest.inWholeMilliseconds)
    return whole / 2 + Random.nextLong(whole / 2 + 1)
}

private const val MOST_DOUBLINGS = 16

/** Seconds, or a date. @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">RFC 9110</a> */
internal fun retryAfterMillis(headers: Headers): Long? {
    val text = headers["Retry-After"]?.trim() ?: return null
    text.toLongOrNull()?.let { return if (it in 0..MOST_SECONDS) it * 1000 else null }
    return try {
        val at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()
        (at.toEpochMilli() - Instant.now().toEpochMilli()).coerceAtLeast(0)
    } catch (_: DateTimeException) {
        null
    }
}

private const val MOST_SECONDS = 1_000_000L
