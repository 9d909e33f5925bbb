"""A client of the first version, at a server of the second: nothing breaks, and everything comes back."""

from __future__ import annotations

import dataclasses
import sys
from typing import Any

from portico_client import ApiError, Client, Unknown
from portico_client import models

client = Client(sys.argv[1])


def same(answer: Any, expected: Any) -> None:
    if answer != expected:
        raise AssertionError(f"{answer!r} is not {expected!r}")


person = client.people.get(id="ü/1")
same(person.level, "extreme")
same(person.contact, Unknown({"kind": "chat", "handle": "@ada", "verified": True}))
same([type(contact).__name__ for contact in person.contacts][1], "Unknown")
same(person.note, Unknown({"text": "new"}))
same((person.home.street, person.home.extra), ("Main", {"floor": 3}))
same(person.extra, {"score": "12", "born": "2024-02-29T23:59:59.999Z"})
same(person.nick, None)

# What this client does not know goes back as it came, where it is part of what is sent.
sent = {field.name: getattr(person, field.name) for field in dataclasses.fields(person) if field.name != "extra"}
replaced = client.people.replace(**{**sent, "nick": "Ada"})
same(replaced.to_json(), dataclasses.replace(person, nick="Ada", extra={}).to_json())
try:
    client.people.replace(**{**sent, "id": "locked"})
except ApiError as error:
    same((type(error), error.code, error.status), (ApiError, "conflict", 409))
same(models.PeopleGetOutput.from_json(person.to_json()), person)

people = client.people.list()
same(people.extra, {"total": 2})
same([each.level for each in people], ["extreme", "extreme"])
same([each.level for each in client.people.watch(id="x")], ["extreme"])
print("all well")
