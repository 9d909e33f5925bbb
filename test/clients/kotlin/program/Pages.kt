/** Pages, and values that a newer server sends. */
package scenario

import java.time.Instant
import kotlinx.coroutines.flow.toList

suspend fun pages(stage: Stage) {
    val (client, label) = stage.plain to stage.label
    stage.step("iterate-three-pages") {
        val titles = (1..5).map { "$label page $it" }
        for (title in titles) stage.posts += client.posts.create(title = title, body = "text").id
        val found = client.posts.mineAll(limit = 2).toList().map { it.title }
        expect(found.sorted() == titles) { "found $found" }
    }
    stage.step("unknown-enum-value") {
        val post = stage.on("unknown-enum").posts.get(stage.posts.first())
        expect(post.status.value == "archived" && !post.status.isKnown) { "the status is ${post.status}" }
        expect(post.title == "$label page 1" && post.body == "text") { "the rest is $post" }
    }
    stage.step("date-with-milliseconds") {
        val post = stage.on("fixed-dates").posts.get(stage.posts.first())
        expect(post.createdAt == Instant.parse("2024-02-29T12:34:56.789Z")) { "it is ${post.createdAt}" }
    }
}
