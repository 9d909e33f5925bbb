/** Failures: what the server says of them, and what happens on the way. */
package portico.runtime

/** Anything that a call may throw, but for cancellation. */
public abstract class ClientException(message: String, cause: Throwable? = null) : Exception(message, cause)

/** No answer came: no connection, or it broke. [wasSent] is false where the server cannot have seen the request. */
public class TransportException(message: String, cause: Throwable?, public val wasSent: Boolean) :
    ClientException(message, cause)

/** The call took longer than its [CallOptions.timeout], all attempts together. */
public class CallTimeoutException(public val timeoutMillis: Long) :
    ClientException("The call took longer than $timeoutMillis ms")

/** The server answered with a problem. The generated `ApiException` has a subclass for each code. */
public abstract class ProblemException(public val problem: Problem) :
    ClientException("${problem.status} ${problem.code}: ${problem.detail.ifEmpty { problem.title }}")

/** What is wrong with one field of the input. */
public data class FieldIssue(
    /** Where in the input, as a JSON Pointer (RFC 6901); empty for the whole. */
    val pointer: String,
    /** One sentence for a person. */
    val detail: String,
    /** A stable key for a program. */
    val code: String,
)

/** What a failed call answers. @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> */
public data class Problem(
    /** A page that explains the code. */
    val type: String,
    val title: String,
    val status: Int,
    /** One sentence about this occurrence. */
    val detail: String,
    /** Path of the request that failed. */
    val instance: String,
    /** A stable key for a program. */
    val code: String,
    /** What to tell the operator of the server. */
    val requestId: String?,
    /** For bad input, what is wrong with which field. */
    val errors: List<FieldIssue>,
    /** After how many milliseconds the server asks to be called again. */
    val retryAfterMillis: Long?,
    /** What else the server said. */
    val unknownFields: Map<String, JsonValue>,
)

/** Reads a failed answer; one that is no problem (a proxy's, say) becomes one of its status, with no code. */
internal fun readProblem(status: Int, headers: Headers, text: String): Problem {
    val json = try {
        JsonParser.parse(text) as? JsonObject
    } catch (_: JsonSyntaxException) {
        null
    }
    return problemOf(json ?: JsonObject(emptyMap()), status, headers)
}

internal fun problemOf(json: JsonObject, status: Int, headers: Headers): Problem {
    val reader = ObjectReader(json)
    fun text(name: String): String? = reader.optional(name) { (it as? JsonString)?.value }
    return Problem(
        type = text("type") ?: "about:blank",
        title = text("title") ?: "The server answered $status",
        status = reader.optional("status") { (it as? JsonNumber)?.text?.toIntOrNull() } ?: status,
        detail = text("detail").orEmpty(),
        instance = text("instance").orEmpty(),
        code = text("code").orEmpty(),
        requestId = text("requestId") ?: headers["X-Request-Id"],
        errors = reader.optional("errors", ::readIssues).orEmpty(),
        retryAfterMillis = retryAfterMillis(headers),
        unknownFields = reader.others(),
    )
}

private fun readIssues(json: JsonValue): List<FieldIssue> = (json as? JsonArray)?.items.orEmpty().mapNotNull { item ->
    val issue = item as? JsonObject ?: return@mapNotNull null
    fun text(name: String): String = (issue[name] as? JsonString)?.value.orEmpty()
    FieldIssue(text("pointer"), text("detail"), text("code"))
}
