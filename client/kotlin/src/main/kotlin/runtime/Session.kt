/** The tokens of the signed-in user, and their renewal: once, however many calls wait for it. */
package portico.runtime

import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.async
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/** An access token, and what makes the next one. */
public data class Tokens(val accessToken: String, val refreshToken: String) {
    /** Keeps the secrets out of logs. */
    override fun toString(): String = "Tokens(…)"
}

/** Where tokens are kept: in memory, or in what the platform offers for secrets. */
public interface TokenStore {
    public suspend fun load(): Tokens?

    /** Null signs out. */
    public suspend fun save(tokens: Tokens?)
}

/** Forgets with the process. */
public class MemoryTokenStore(@Volatile private var tokens: Tokens? = null) : TokenStore {
    override suspend fun load(): Tokens? = tokens

    override suspend fun save(tokens: Tokens?) {
        this.tokens = tokens
    }
}

/** Keeps a client signed in. */
public class Session(private val store: TokenStore) {
    private val lock = Mutex()
    private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)
    private var renewal: Deferred<Boolean>? = null

    /** Makes new tokens of a refresh token; set by the generated client where the API has such an operation. */
    public var renew: (suspend (refreshToken: String) -> Tokens)? = null

    public suspend fun tokens(): Tokens? = store.load()

    public suspend fun begin(tokens: Tokens): Unit = lock.withLock { store.save(tokens) }

    public suspend fun end(): Unit = lock.withLock { store.save(null) }

    /**
     * Replaces an access token that the server refused; calls that find it refused meanwhile wait for the same renewal.
     * A call that is cancelled does not end it: the refresh token may be used up already.
     * @return whether another one is there now; false when the session is over, or there was none
     */
    internal suspend fun replace(refused: String): Boolean {
        // A renewal that is refused itself must not wait for itself.
        if (currentCoroutineContext()[Renewing] != null) return false
        val running = lock.withLock {
            val current = store.load() ?: return false
            // Another call was here first.
            if (current.accessToken != refused) return true
            val make = renew ?: return false
            renewal?.takeIf { it.isActive } ?: scope.async(Renewing) { renewNow(current, make) }.also { renewal = it }
        }
        return running.await()
    }

    private suspend fun renewNow(current: Tokens, make: suspend (refreshToken: String) -> Tokens): Boolean {
        val next = try {
            make(current.refreshToken)
        } catch (exception: ProblemException) {
            if (exception.problem.status !in OVER) throw exception
            null
        }
        lock.withLock {
            // Nobody is signed in again who signed out meanwhile.
            if (store.load() == current) store.save(next)
        }
        return next != null
    }

    private object Renewing : CoroutineContext.Key<Renewing>, CoroutineContext.Element {
        override val key: CoroutineContext.Key<Renewing> get() = this
    }

    private companion object {
        /** Statuses that say of a refresh token that it is good no more. */
        val OVER = setOf(400, 401, 403, 404, 410, 422)
    }
}
