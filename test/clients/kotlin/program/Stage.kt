/** What all steps share: clients on every base, and the report. */
package scenario

import portico.PorticoClient
import portico.runtime.ClientOptions
import portico.runtime.MemoryTokenStore

class Stage(private val origin: String, val label: String) {
    private val tokens = MemoryTokenStore()
    private val clients = HashMap<String, PorticoClient>()

    /** What the steps leave for each other. */
    val posts = ArrayList<String>()
    lateinit var livePost: String
    lateinit var fileId: String

    val plain: PorticoClient get() = on("plain")

    /** A client of a base; all of them are signed in with the same tokens. */
    fun on(base: String): PorticoClient =
        clients.getOrPut(base) { PorticoClient("$origin/$base/$label/api", ClientOptions(tokens = tokens)) }

    suspend fun step(name: String, act: suspend () -> Unit) {
        try {
            act()
            println("ok $name")
        } catch (failure: Throwable) {
            println("failed $name: ${failure.toString().replace('\n', ' ')}")
            failure.printStackTrace()
        }
    }
}

fun expect(isTrue: Boolean, sentence: () -> String) {
    if (!isTrue) throw AssertionError(sentence())
}
