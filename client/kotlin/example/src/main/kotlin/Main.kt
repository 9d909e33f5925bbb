/** `Main URL USERNAME PASSWORD`: signs in, writes a post, and reads all of one's posts. */
package example

import kotlinx.coroutines.runBlocking
import portico.ApiException
import portico.PorticoClient
import portico.PostStatus

fun main(args: Array<String>) {
    val (url, username, password) = args
    val client = PorticoClient(url)
    runBlocking {
        try {
            client.signIn(username = username, password = password)
            val post = client.posts.create(title = "From Kotlin", body = "It *works*.", status = PostStatus.PUBLISHED)
            println("${post.slug}, written at ${post.createdAt}")
            client.posts.mineAll(limit = 50).collect { println("- ${it.title} (${it.status})") }
            client.signOut()
        } catch (problem: ApiException.InvalidCredentials) {
            println("Wrong name or password")
        } catch (problem: ApiException.InvalidInput) {
            for (issue in problem.problem.errors) println("${issue.pointer}: ${issue.detail}")
        }
    }
}
