/** What an application may set, for all calls and for one. */
package portico.runtime

import kotlin.time.Duration
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds

/**
 * Settings of a client.
 * @param transport what sends the requests
 * @param timeout of calls that name none; a call that carries a file has none of its own
 * @param retries which failures are tried again, and when
 * @param tokens where the tokens of the signed-in user are kept
 * @param headers sent with every request
 * @param userAgent of the application; the client's own name follows it
 */
public class ClientOptions(
    public val transport: Transport = portico.runtime.http.SocketTransport(),
    public val timeout: Duration = 30.seconds,
    public val retries: RetryPolicy = RetryPolicy(),
    public val tokens: TokenStore = MemoryTokenStore(),
    public val headers: Map<String, String> = emptyMap(),
    public val userAgent: String? = null,
)

/**
 * Settings of one call.
 * @param timeout for all its attempts together; of a stream, until it is open
 * @param idempotencyKey instead of the one that the client would make
 * @param headers sent with this call
 * @param onUpload hears how many bytes of the body are sent, and of how many (null when unknown); it is called on a
 *   thread of the transport
 */
public class CallOptions(
    public val timeout: Duration? = null,
    public val idempotencyKey: String? = null,
    public val headers: Map<String, String> = emptyMap(),
    public val onUpload: ((sent: Long, total: Long?) -> Unit)? = null,
) {
    public companion object {
        public val Default: CallOptions = CallOptions()
    }
}

/**
 * When a failed attempt is followed by another. Only calls that change nothing, and those under an idempotency key,
 * are ever sent twice; one that never reached the server always may be.
 * @param attempts the first one included; 1 tries nothing again
 * @param first the wait before the second attempt; it doubles, up to [longest], and half of it is chance
 * @param patience a `Retry-After` beyond this is not waited for
 */
public class RetryPolicy(
    public val attempts: Int = 4,
    public val first: Duration = 200.milliseconds,
    public val longest: Duration = 5.seconds,
    public val patience: Duration = 60.seconds,
) {
    init {
        require(attempts >= 1) { "A call needs an attempt" }
    }
}
