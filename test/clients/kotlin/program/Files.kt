/** Files, and null against absent. */
package scenario

import java.io.ByteArrayOutputStream
import java.util.Base64
import portico.Visibility
import portico.runtime.CallOptions
import portico.runtime.Field
import portico.runtime.FileUpload

private const val PICTURE =
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEklEQVQImWM4EaBxIkCDAUIBACWOBQHvtZ07AAAAAElFTkSuQmCC"

suspend fun files(stage: Stage) {
    val (client, label) = stage.plain to stage.label
    val lines = (1..32_768).joinToString("") { "portico upload line ${it.toString().padStart(11, '0')}\n" }.toByteArray()
    stage.step("upload-with-progress") {
        val progress = ArrayList<Pair<Long, Long?>>()
        stage.fileId = client.files.upload(
            file = FileUpload("$label.txt", "text/plain", lines),
            visibility = Visibility.PUBLIC,
            options = CallOptions(onUpload = { sent, total -> progress += sent to total }),
        ).id
        expect(progress.size >= 2) { "progress was told ${progress.size} times" }
        expect(progress.zipWithNext().all { (a, b) -> a.first <= b.first }) { "progress fell: $progress" }
        expect(progress.last().let { (sent, total) -> sent == total && sent > lines.size }) { "it ended at ${progress.last()}" }
    }
    stage.step("download-same-bytes") {
        val received = ByteArrayOutputStream()
        client.files.content(stage.fileId).copyTo(received)
        expect(received.toByteArray().contentEquals(lines)) { "${received.size()} bytes came, or other ones" }
    }
    stage.step("null-against-absent") {
        val picture = client.files.upload(file = FileUpload("$label.png", "image/png", Base64.getDecoder().decode(PICTURE)))
        val post = client.posts.create(title = "$label covered", body = "text", coverId = Field(picture.id))
        val titled = client.posts.update(id = post.id, version = post.version, title = "$label cover")
        expect(titled.cover?.id == picture.id) { "the cover is ${titled.cover}" }
        val bare = client.posts.update(id = post.id, version = titled.version, coverId = Field(null))
        expect(bare.cover == null) { "the cover is still ${bare.cover}" }
    }
}
