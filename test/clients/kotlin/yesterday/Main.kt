/** A client of an API's first version, at a server of its second: nothing breaks, and everything comes back. */
package newer

import kotlin.system.exitProcess
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import yesterday.*

fun main() {
    val client = YesterdayClient(System.getenv("PORTICO_ORIGIN") + "/api")
    runBlocking {
        reads(client)
        lists(client)
        writes(client)
        fails(client)
    }
    exitProcess(0)
}

suspend fun reads(client: YesterdayClient) {
    val person = client.people.get("ü/1")
    same("value", "extreme" to false, person.level.value to person.level.isKnown)
    same("variant", """{"kind":"chat","handle":"@ada","verified":true}""", person.contact.toJson().toString())
    same("variants", listOf(false, true), person.contacts.map { it is PeopleGetOutputContact2.Unknown })
    same("form", """{"text":"new"}""", person.note.toJson().toString())
    same("field", "3", person.home.unknownFields["floor"].toString())
    same("fields", setOf("score", "born"), person.unknownFields.keys)
    same("again", person, PeopleGetOutput.fromJson(person.toJson()))
}

suspend fun lists(client: YesterdayClient) {
    same("total", "2", client.people.list().unknownFields["total"].toString())
    same("pages", listOf("extreme", "extreme"), client.people.listAll().toList().map { it.level.value })
    same("stream", listOf("extreme"), client.people.watch("x").toList().map { it.level.value })
}

suspend fun writes(client: YesterdayClient) {
    val person = client.people.get("ü/1")
    val replaced = client.replace("ü/1", person)
    same("sent back", person.copy(nick = "Ada", unknownFields = emptyMap()).toJson(), replaced.toJson())
}

suspend fun fails(client: YesterdayClient) {
    val person = client.people.get("locked")
    try {
        client.replace("locked", person)
        println("failed code: there was none")
    } catch (failure: ApiException.Unknown) {
        same("code", "conflict" to 409, failure.problem.code to failure.problem.status)
    }
}

/** Sends what was read, as it came where it is not known. */
suspend fun YesterdayClient.replace(id: String, person: PeopleGetOutput): PeopleReplaceOutput = people.replace(
    id = id,
    level = PeopleReplaceInputLevel(person.level.value),
    contact = PeopleReplaceInputContact.fromJson(person.contact.toJson()),
    contacts = person.contacts.map { PeopleReplaceInputContact2.fromJson(it.toJson()) },
    note = PeopleReplaceInputNote.fromJson(person.note.toJson()),
    home = PeopleReplaceInputHome.fromJson(person.home.toJson()),
    nick = "Ada",
)

fun <T> same(name: String, expected: T, found: T) {
    println(if (found == expected) "ok $name" else "failed $name: $found instead of $expected")
}
