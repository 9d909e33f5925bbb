/** Makes calls: timeout around everything, retries within it, the token renewed where it has expired. */
package portico.runtime

import java.io.ByteArrayOutputStream
import java.util.UUID
import kotlin.time.Duration
import kotlinx.coroutines.withTimeoutOrNull

/**
 * What all groups of operations call through.
 * @param baseUrl where the API is: `https://example.com/api`
 * @param agent name and version of this client
 * @param toException of a problem, the exception for its code
 */
public class Caller(
    private val baseUrl: String,
    internal val options: ClientOptions,
    private val agent: String,
    private val toException: (Problem) -> ProblemException,
) {
    public val session: Session = Session(options.tokens)

    init {
        require(Regex("https?://[^?#]+").matches(baseUrl)) { "An address like https://example.com/api is needed" }
    }

    /** Calls, and reads the answer's JSON. */
    public suspend fun <T> json(
        operation: Operation,
        call: CallOptions,
        write: CallInput.() -> Unit,
        read: (JsonValue) -> T,
    ): T = text(operation, call, write).let { text ->
        read(if (text.isBlank()) JsonNull else parse(text))
    }

    /** Calls, and reads the answer as text. */
    public suspend fun text(operation: Operation, call: CallOptions, write: CallInput.() -> Unit): String =
        call(operation, call, CallInput().apply(write)) { response -> response.use { readText(it) } }

    /** Calls, and drops what is answered. */
    public suspend fun nothing(operation: Operation, call: CallOptions, write: CallInput.() -> Unit) {
        text(operation, call, write)
    }

    /** Calls, and leaves the body to be read. The timeout ends with the answer's first bytes. */
    public suspend fun download(operation: Operation, call: CallOptions, write: CallInput.() -> Unit): Download =
        call(operation, call, CallInput().apply(write)) { Download(it) }

    /** Calls, and answers the address that the server redirects to. */
    public suspend fun location(operation: Operation, call: CallOptions, write: CallInput.() -> Unit): String =
        call(operation, call, CallInput().apply(write)) { response ->
            response.close()
            response.headers["Location"] ?: throw DecodingException("redirects to nowhere")
        }

    internal suspend fun <T> call(
        operation: Operation,
        call: CallOptions,
        input: CallInput,
        headers: List<Pair<String, String>> = emptyList(),
        read: suspend (HttpResponse) -> T,
    ): T {
        val key = if (operation.isIdempotent) call.idempotencyKey ?: UUID.randomUUID().toString() else null
        val fixed = headers + listOfNotNull(key?.let { "Idempotency-Key" to it })
        var opened: HttpResponse? = null
        return try {
            within(call.timeout ?: options.timeout.takeUnless { input.body is MultipartBody }) {
                options.retries.run(operation.isRepeatable) {
                    signedIn(operation, call, input, fixed) { response ->
                        opened = response
                        read(response)
                    }
                }
            }
        } catch (exception: Throwable) {
            opened?.close()
            throw exception
        }
    }

    /** Sends with the token there is, and once more where that has expired. */
    private suspend fun <T> signedIn(
        operation: Operation,
        call: CallOptions,
        input: CallInput,
        headers: List<Pair<String, String>>,
        read: suspend (HttpResponse) -> T,
    ): T {
        val token = if (operation.isAnonymous) null else session.tokens()?.accessToken
        return try {
            send(request(operation, call, input, headers, token), read)
        } catch (exception: ProblemException) {
            if (exception.problem.status != 401 || token == null || !session.replace(token)) throw exception
            send(request(operation, call, input, headers, session.tokens()?.accessToken), read)
        }
    }

    private fun request(
        operation: Operation,
        call: CallOptions,
        input: CallInput,
        headers: List<Pair<String, String>>,
        token: String?,
    ): HttpRequest {
        val all = LinkedHashMap<String, String>()
        all["Accept"] = "${operation.accept}, application/problem+json"
        all["User-Agent"] = listOfNotNull(options.userAgent, agent).joinToString(" ")
        if (operation.accept != "application/json") all["Accept-Encoding"] = "identity"
        token?.let { all["Authorization"] = "Bearer $it" }
        all += headers
        all += options.headers
        all += call.headers
        val body = input.body?.let { body -> call.onUpload?.let { WatchedBody(body, it) } ?: body }
        return HttpRequest(operation.method, input.address(baseUrl, operation.path), Headers(all.toList()), body)
    }

    private suspend fun <T> send(request: HttpRequest, read: suspend (HttpResponse) -> T): T {
        val response = options.transport.send(request)
        if (response.status < 400) return read(response)
        val text = response.use { readText(it) }
        throw toException(readProblem(response.status, response.headers, text))
    }

    /** The exception for a problem that came in a stream. */
    internal fun problem(json: JsonValue): ProblemException =
        toException(problemOf(json as? JsonObject ?: JsonObject(emptyMap()), 500, Headers(emptyList())))
}

/** Runs [block]; null waits without end. */
private suspend fun <T> within(timeout: Duration?, block: suspend () -> T): T {
    if (timeout == null) return block()
    val result = withTimeoutOrNull(timeout) { Result.success(block()) }
    return (result ?: throw CallTimeoutException(timeout.inWholeMilliseconds)).getOrThrow()
}

internal fun parse(text: String): JsonValue = try {
    JsonParser.parse(text)
} catch (exception: JsonSyntaxException) {
    throw DecodingException("is no JSON: ${exception.message}")
}

internal suspend inline fun <T> HttpResponse.use(read: (HttpResponse) -> T): T = try {
    read(this)
} finally {
    close()
}

private suspend fun readText(response: HttpResponse): String {
    val bytes = ByteArrayOutputStream()
    val buffer = ByteArray(16 * 1024)
    while (true) {
        val count = response.read(buffer)
        if (count < 0) return bytes.toString("UTF-8")
        bytes.write(buffer, 0, count)
    }
}
