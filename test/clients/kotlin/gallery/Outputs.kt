/** Files, texts, and answers that are nothing much. */
package odd

import gallery.GalleryClient
import gallery.OutputsUploadInputSize
import gallery.runtime.FileUpload
import java.math.BigInteger

suspend fun outputs(client: GalleryClient) {
    val outputs = client.outputs
    same("nothing", Unit) { outputs.nothing("") }
    same("text", "plain \"text\"") { outputs.text() }
    same("number", -0.5) { outputs.number() }
    same("null", null) { outputs.null_() }
    same("bigint", BigInteger.valueOf(2).pow(80)) { outputs.bigint() }
    same("dates", setOf(instant)) { outputs.set() }
    same("map", mapOf("a" to BigInteger.ONE)) { outputs.map() }
    same("nullable", null) { outputs.nullable() }
    same("pair", Pair("a", instant)) { outputs.tuple() }
    same("many", 2000) { outputs.large().size }
    same("slug", "é/ü ?") { outputs.created(shelf = 1, title = "é/ü ?").slug }
    same("file", "a text in a file") { outputs.file().bytes().decodeToString() }
    same("page", "<!doctype html><title>ü</title>") { outputs.page() }
    same("plain text", "ü") { outputs.plainText("ü") }
    same("upload", listOf("a.txt", "ü b.txt")) {
        val answer = outputs.upload(
            files = listOf(file("a.txt"), file("ü b.txt")),
            cover = file("cover.png", "image/png"),
            tags = listOf("x", "y"),
            sizes = listOf(OutputsUploadInputSize(1, instant), OutputsUploadInputSize(2, instant)),
            isPublic = true,
        )
        check(answer.sizes.map { it.width } == listOf(1L, 2L) && answer.sizes.all { it.at == instant }) { "$answer" }
        check(answer.cover == "cover.png" && answer.tags == listOf("x", "y") && answer.isPublic) { "$answer" }
        answer.names
    }
    same("no file", null) { outputs.optionalUpload(note = "a").size }
    same("a file", 3L) { outputs.optionalUpload(file = file("f")).size }
}

private fun file(name: String, type: String = "text/plain") = FileUpload(name, type, "123".toByteArray())
