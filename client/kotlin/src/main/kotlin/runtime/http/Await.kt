/** Blocking work under a coroutine that can be cancelled at any moment. */
package portico.runtime.http

import java.util.concurrent.Executor
import kotlinx.coroutines.suspendCancellableCoroutine

/**
 * Runs [block] on a thread of this executor. A cancelled coroutine does not wait for it: [abort] ends what it waits
 * for, and whatever it still finds is thrown away.
 */
internal suspend fun <T> Executor.await(abort: () -> Unit, block: () -> T): T = try {
    suspendCancellableCoroutine { continuation ->
        continuation.invokeOnCancellation { abort() }
        execute { continuation.resumeWith(runCatching(block)) }
    }
} catch (exception: Throwable) {
    // Also where the result was there, but the coroutine was cancelled before it could take it.
    abort()
    throw exception
}
