/** Streams that survive their connections, and iteration over pages. */
package portico.runtime

import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/**
 * Follows a stream to its end. A connection that breaks is made again, after the last event that had an id, for as long
 * as the stream is collected; a stream whose events have none fails instead, where it would begin anew.
 */
public fun <T> Caller.stream(
    operation: Operation,
    call: CallOptions,
    isResumable: Boolean,
    write: CallInput.() -> Unit,
    read: (JsonValue) -> T,
): Flow<T> = flow {
    val input = CallInput().apply(write)
    val parser = EventStreamParser()
    val buffer = ByteArray(BUFFER_BYTES)
    var failures = 0
    var wasConnected = false
    var hasBegun = false
    while (true) {
        val token = session.tokens()?.accessToken
        val resume = listOfNotNull(parser.lastId?.let { "Last-Event-ID" to it })
        val response = try {
            call(operation, call, input, resume) { it }
        } catch (exception: ClientException) {
            // A server that restarts is away for a while.
            if (!wasConnected || !isResumable || !mayPass(exception)) throw exception
            delay(options.retries.backoffMillis(++failures))
            continue
        }
        wasConnected = true
        parser.begin()
        var broken: ClientException? = null
        // What the collector throws is its own affair, so that only reading is watched.
        response.use {
            while (broken == null) {
                val count = try {
                    response.read(buffer)
                } catch (exception: TransportException) {
                    broken = exception
                    break
                }
                if (count < 0) broken = TransportException("The stream broke off", null, wasSent = true)
                for (event in parser.feed(buffer, count)) {
                    if (event.name == "end") return@flow
                    if (event.name == "error") {
                        val problem = problem(parse(event.data))
                        if (problem.problem.status != 401 || token == null || !session.replace(token)) throw problem
                        broken = problem
                        break
                    }
                    if (event.name != "message") continue
                    failures = 0
                    hasBegun = true
                    emit(read(parse(event.data)))
                }
            }
        }
        failures++
        if (!isResumable && (hasBegun || failures > options.retries.attempts)) throw checkNotNull(broken)
        delay(parser.retryMillis?.takeIf { failures == 1 } ?: options.retries.backoffMillis(failures))
    }
}

private const val BUFFER_BYTES = 16 * 1024

/** The items of all pages, asked for as they are needed. */
public fun <Page, Item> pages(
    load: suspend (cursor: String?) -> Page,
    items: (Page) -> List<Item>,
    next: (Page) -> String?,
): Flow<Item> = flow {
    var cursor: String? = null
    do {
        val page = load(cursor)
        for (item in items(page)) emit(item)
        cursor = next(page)
    } while (cursor != null)
}
