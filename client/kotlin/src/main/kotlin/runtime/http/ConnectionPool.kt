/** Keeps connections for the calls that follow. */
package portico.runtime.http

import java.util.ArrayDeque

internal class ConnectionPool {
    private class Idle(val connection: HttpConnection, val since: Long, val until: Long)

    private val idle = HashMap<Origin, ArrayDeque<Idle>>()

    /** The connection that was used last, if one is still good; null otherwise. */
    fun take(origin: Origin): HttpConnection? {
        while (true) {
            val found = pop(origin) ?: return null
            val waited = now() - found.since
            if (waited < CERTAIN_MILLIS || found.connection.isAlive()) return found.connection
            found.connection.abort()
        }
    }

    @Synchronized
    fun put(origin: Origin, connection: HttpConnection, idleMillis: Long) {
        closeLate()
        val waiting = idle.getOrPut(origin) { ArrayDeque() }
        if (idleMillis <= 0 || waiting.size >= MOST) return connection.abort()
        waiting.push(Idle(connection, now(), now() + idleMillis))
    }

    @Synchronized
    fun clear() {
        idle.values.flatten().forEach { it.connection.abort() }
        idle.clear()
    }

    @Synchronized
    private fun pop(origin: Origin): Idle? {
        closeLate()
        return idle[origin]?.poll()
    }

    private fun closeLate() {
        for (waiting in idle.values) {
            val late = waiting.filter { it.until <= now() }
            late.forEach { it.connection.abort() }
            waiting.removeAll(late.toSet())
        }
    }

    private fun now(): Long = System.nanoTime() / 1_000_000

    private companion object {
        const val MOST = 8

        /** Within this no server closes what it just kept open. */
        const val CERTAIN_MILLIS = 200
    }
}
