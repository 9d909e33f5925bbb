/** Dates and times as the API writes them: RFC 3339 with milliseconds. */
package portico.runtime

import java.time.DateTimeException
import java.time.Instant
import java.time.OffsetDateTime
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter
import java.time.temporal.ChronoUnit
import java.util.Locale

private val format = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC)

/** What is finer than a millisecond is cut off: no server of this API keeps it. */
internal fun formatInstant(instant: Instant): String = format.format(instant.truncatedTo(ChronoUnit.MILLIS))

/** Null when [text] is no date and time with an offset. */
internal fun parseInstant(text: String): Instant? = try {
    OffsetDateTime.parse(text).toInstant()
} catch (_: DateTimeException) {
    null
}
