"""Tokens: sent, renewed once, given up."""

from __future__ import annotations

import threading
import time
import unittest
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any, Dict, List, Optional

from portico_client import CallCancelled, CallTimeout, CancelToken, Client, Tokens
from portico_client.errors import Unauthenticated, Unavailable
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

    def test_a_renewal_that_fails_fails_for_all_that_wait_and_the_next_call_asks_again(self) -> None:
        failures: List[BaseException] = []
        calls = threading.Barrier(8)

        def fail(handler: Handler, asked: Asked) -> None:
            if "refresh" in asked.path:
                time.sleep(0.3)
                handler.problem(503, "unavailable")
            else:
                if server.count()[asked.path] <= 8:
                    calls.wait(5)
                handler.problem(401, "unauthenticated")

        def call() -> None:
            try:
                client.posts.tags()
            except Unavailable as failure:
                failures.append(failure)

        with Server(fail) as server, TokenClient(server.origin, tokens=OLD, retries=0) as client:
            threads = [threading.Thread(target=call) for _ in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.assertEqual((len(failures), server.count()["/api/tokens/refresh"]), (8, 1))
            self.assertEqual(client.credentials, OLD)
            call()
            self.assertEqual((len(failures), server.count()["/api/tokens/refresh"]), (9, 2))

    def test_a_call_waits_for_a_renewal_no_longer_than_it_may_and_loses_nothing(self) -> None:
        kept: List[Optional[Tokens]] = []
        release = threading.Event()

        def slow(handler: Handler, asked: Asked) -> None:
            if "refresh" in asked.path:
                release.wait(8)
            answer(handler, asked)

        with Server(slow) as server, TokenClient(server.origin, tokens=OLD, on_tokens=kept.append) as client:
            started = time.monotonic()
            with self.assertRaises(CallTimeout):
                client.with_options(timeout=0.3).posts.tags()
            token = CancelToken()
            threading.Timer(0.3, token.cancel).start()
            with self.assertRaises(CallCancelled):
                client.with_options(cancel=token).posts.tags()
            self.assertLess(time.monotonic() - started, 3)
            release.set()
            self.assertEqual(client.posts.tags().items[0].tag, "bread")
            self.assertEqual(server.count()["/api/tokens/refresh"], 1)
            self.assertEqual([tokens and tokens.refresh_token for tokens in kept], ["refresh-new"])

    def test_who_signs_out_meanwhile_stays_signed_out(self) -> None:
        def slow(handler: Handler, asked: Asked) -> None:
            if "revoke" in asked.path:
                handler.say(204, b"")
            else:
                answer(handler, asked)

        with Server(slow) as server, TokenClient(server.origin, tokens=OLD) as client:
            calling = threading.Thread(target=lambda: self.assertRaises(Unauthenticated, client.posts.tags))
            calling.start()
            while not server.count().get("/api/tokens/refresh"):
                time.sleep(0.01)
            client.sign_out()
            calling.join()
            self.assertIsNone(client.credentials)

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
