/** What the generated code says of one call. */
package portico.runtime

/** How an operation is called; written once for each operation by the generator. */
public class Operation(
    public val id: String,
    public val method: String,
    /** `/posts/{id}` */
    public val path: String,
    /** Whether it takes an idempotency key. */
    public val isIdempotent: Boolean = false,
    /** Whether a call that may have arrived can be sent again. */
    public val isRepeatable: Boolean = false,
    public val accept: String = "application/json",
    /** Whether it goes without the user's token: it makes or renews one. */
    public val isAnonymous: Boolean = false,
)

/** The values of one call, on their way into path, query and body. */
public class CallInput {
    internal val path = LinkedHashMap<String, String>()
    internal val query = ArrayList<Pair<String, String>>()
    internal var body: RequestBody? = null

    public fun path(name: String, value: JsonValue) {
        path[name] = plainText(value)
    }

    public fun query(value: JsonObject) {
        value.entries.flatMapTo(query) { (name, item) -> formFields(name, item) }
    }

    public fun json(value: JsonValue) {
        body = JsonBody(value)
    }

    public fun form(write: FormWriter.() -> Unit) {
        body = MultipartBody(FormWriter().apply(write))
    }

    /** @throws IllegalArgumentException where a part of the path would make another path of it */
    internal fun address(base: String, template: String): String {
        val filled = Regex("\\{[^}]*\\}|[^{]+").replace(template) { part ->
            if (part.value.startsWith('{')) parameter(part.value.removeSurrounding("{", "}"))
            else percentEncoded(part.value, besides = "/!$&'()*+,;=:@%")
        }
        val pairs = query.joinToString("&") { (name, value) -> "${percentEncoded(name)}=${percentEncoded(value)}" }
        return base.trimEnd('/') + filled + if (pairs.isEmpty()) "" else "?$pairs"
    }

    private fun parameter(name: String): String {
        val value = path[name].orEmpty()
        // Dots lead upwards however they are written: proxies and servers read %2E as one.
        require(value !in setOf("", ".", "..")) { "$name is \"$value\", which cannot stand in an address" }
        return percentEncoded(value)
    }
}
