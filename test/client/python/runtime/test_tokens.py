"""Tokens: sent, renewed once, given up."""

from __future__ import annotations

import threading
import time
import unittest
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any, Dict, List, Optional

from portico_client import Client, Tokens
from portico_client.errors import Unauthenticated
from portico_client.runtime.operation import Operation, TokenOperations
from server import TAGS, Asked, Handler, Server

OLD = Tokens("old", "refresh-old")
NEW: Dict[str, Any] = {"accessToken": "new", "refreshToken": "refresh-new", "expiresIn": 900}


class TokenClient(Client):
    """Of a server that has tokens, whether this one has or not."""

    token_operations = TokenOperations(
        create="tokens.create",
        refresh=Operation("tokens.refresh", "POST", "/tokens/refresh", body="json"),
        revoke=Operation("tokens.revoke", "POST", "/tokens/revoke", body="json", answer="none"),
    )


def answer(handler: Handler, asked: Asked) -> None:
    """Knows the new token alone."""
    if asked.path == "/api/tokens/refresh":
        time.sleep(0.1)
        handler.say(200, NEW)
    elif asked.headers["authorization"] == "Bearer new":
        handler.say(200, TAGS)
    else:
        handler.problem(401, "unauthenticated")


class Renewing(unittest.TestCase):
    def test_many_threads_that_wait_renew_once(self) -> None:
        kept: List[Optional[Tokens]] = []
        with Server(answer) as server:
            client = TokenClient(server.origin, tokens=OLD, on_tokens=kept.append)
            threads = [threading.Thread(target=client.posts.tags) for _ in range(20)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.assertEqual(server.count()["/api/tokens/refresh"], 1)
            [asked] = [asked for asked in server.asked if "refresh" in asked.path]
            self.assertEqual(asked.body, b'{"refreshToken":"refresh-old"}')
            self.assertIsNone(asked.headers["authorization"])
            self.assertEqual([tokens and tokens.refresh_token for tokens in kept], ["refresh-new"])
            ends = client.credentials and client.credentials.expires_at
            self.assertGreater(ends or datetime.now(timezone.utc), datetime.now(timezone.utc))

    def test_a_token_that_is_known_to_be_over_is_not_sent(self) -> None:
        with Server(answer) as server:
            past = datetime(2020, 1, 1, tzinfo=timezone.utc)
            TokenClient(server.origin, tokens=replace(OLD, expires_at=past)).posts.tags()
            self.assertEqual([asked.path for asked in server.asked], ["/api/tokens/refresh", "/api/tags"])

    def test_who_has_to_sign_in_again_is_told(self) -> None:
        kept: List[Optional[Tokens]] = []
        with Server(lambda handler, asked: handler.problem(401, "unauthenticated")) as server:
            client = TokenClient(server.origin, tokens=OLD, on_tokens=kept.append)
            for _ in range(2):
                with self.assertRaises(Unauthenticated):
                    client.posts.tags()
            self.assertEqual(server.count(), {"/api/tags": 2, "/api/tokens/refresh": 1})
            self.assertEqual((kept, client.credentials), ([None], None))

    def test_new_tokens_that_are_refused_are_not_renewed_again(self) -> None:
        def refuse(handler: Handler, asked: Asked) -> None:
            answer(handler, asked) if "refresh" in asked.path else handler.problem(401, "unauthenticated")

        with Server(refuse) as server:
            with self.assertRaises(Unauthenticated):
                TokenClient(server.origin, tokens=OLD).posts.tags()
            self.assertEqual(server.count(), {"/api/tags": 2, "/api/tokens/refresh": 1})

    def test_a_write_that_was_refused_is_sent_again(self) -> None:
        def refuse(handler: Handler, asked: Asked) -> None:
            known = asked.headers["authorization"] == "Bearer new" and "refresh" not in asked.path
            handler.problem(404, "not_found") if known else answer(handler, asked)

        with Server(refuse) as server, self.assertRaisesRegex(Exception, "404"):
            TokenClient(server.origin, tokens=OLD).comments.create(post_id="p", body="b")

    def test_signing_out_ends_the_tokens_at_the_server(self) -> None:
        with Server(lambda handler, asked: handler.say(204, b"")) as server:
            client = TokenClient(server.origin, tokens=OLD)
            client.sign_out()
            self.assertEqual((server.asked[0].path, client.credentials), ("/api/tokens/revoke", None))
            self.assertEqual(server.asked[0].body, b'{"refreshToken":"refresh-old"}')
