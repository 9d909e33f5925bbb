/** Odd but legal values through the generated package, to the gallery's server and back: what is sent is what is answered. */
package odd

import gallery.GalleryClient
import kotlin.system.exitProcess
import kotlinx.coroutines.runBlocking

fun main() {
    val client = GalleryClient(System.getenv("PORTICO_ORIGIN") + "/api")
    runBlocking {
        queries(client)
        values(client)
        bodies(client)
        outputs(client)
    }
    exitProcess(0)
}

suspend fun <T> same(name: String, expected: T, call: suspend () -> T) {
    try {
        val found = call()
        println(if (found == expected) "ok $name" else "failed $name: $found instead of $expected")
    } catch (failure: Exception) {
        println("failed $name: ${failure.toString().replace('\n', ' ')}")
    }
}
