/** What the runtime must stand, against a server that misbehaves; the test beside it looks at what the server saw. */
package checks

import kotlin.system.exitProcess
import kotlinx.coroutines.runBlocking

fun main() {
    val origin = System.getenv("PORTICO_ORIGIN")
    runBlocking {
        json()
        models()
        answers(origin)
        connections(origin)
        streams(origin)
        sessions(origin)
    }
    exitProcess(0)
}

suspend fun check(name: String, act: suspend () -> Unit) {
    try {
        act()
        println("ok $name")
    } catch (failure: Throwable) {
        println("failed $name: ${failure.toString().replace('\n', ' ')}")
        failure.printStackTrace()
    }
}

fun <T> same(found: T, expected: T) {
    if (found != expected) throw AssertionError("found $found instead of $expected")
}

suspend inline fun <reified T : Throwable> fails(crossinline act: suspend () -> Unit): T {
    try {
        act()
    } catch (failure: Throwable) {
        return failure as? T ?: throw failure
    }
    throw AssertionError("It did not fail")
}
