/** The scenario of the Kotlin client; its steps are described in test/clients/README.md. */
package scenario

import kotlinx.coroutines.runBlocking
import kotlin.system.exitProcess

fun main() {
    val stage = Stage(System.getenv("PORTICO_ORIGIN"), System.getenv("PORTICO_LABEL"))
    runBlocking {
        accounts(stage)
        pages(stage)
        badConnections(stage)
        streams(stage)
        sessions(stage)
        files(stage)
    }
    exitProcess(0)
}
