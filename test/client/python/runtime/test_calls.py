"""Connections, retries, timeouts, cancelling, redirects."""

from __future__ import annotations

import threading
import time
import unittest
from typing import Any, Callable, List

from portico_client import ApiError, CallCancelled, CallTimeout, CancelToken, Client, ConnectionFailed, Tokens
from portico_client import UnexpectedAnswer
from portico_client.errors import Unavailable
from portico_client.runtime.exchange import Request
from portico_client.runtime.redirects import follow
from portico_client.runtime.retry import parse_retry_after
from server import TAGS, Answer, Asked, Handler, Server


def in_order(*answers: Callable[[Handler], None]) -> Answer:
    """One answer after the other; the last one for all that follow."""
    waiting: List[Callable[[Handler], None]] = list(answers)

    def answer(handler: Handler, asked: Asked) -> None:
        (waiting.pop(0) if len(waiting) > 1 else waiting[0])(handler)

    return answer


def tags(handler: Handler) -> None:
    handler.say(200, TAGS)


def unavailable(handler: Handler) -> None:
    handler.problem(503, "unavailable", {"retry-after": "0"})


class Connections(unittest.TestCase):
    def test_one_connection_serves_many_calls(self) -> None:
        with Server(in_order(tags)) as server, Client(server.origin) as client:
            for _ in range(3):
                client.posts.tags()
            self.assertEqual({asked.connection for asked in server.asked}, {1})

    def test_many_threads_have_a_connection_each_and_give_it_back(self) -> None:
        barrier = threading.Barrier(4)

        def answer(handler: Handler, asked: Asked) -> None:
            if len(server.asked) <= 4:
                barrier.wait(5)
            tags(handler)

        with Server(answer) as server, Client(server.origin) as client:
            threads = [threading.Thread(target=client.posts.tags) for _ in range(4)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            client.posts.tags()
            self.assertEqual((len(server.asked), server.connections), (5, 4))

    def test_a_connection_that_the_server_closed_meanwhile_is_not_used(self) -> None:
        def once(handler: Handler) -> None:
            tags(handler)
            handler.close_connection = True

        with Server(in_order(once, tags)) as server, Client(server.origin, retries=0) as client:
            client.posts.tags()
            time.sleep(0.1)
            self.assertEqual(client.posts.tags().items[0].tag, "bread")
            self.assertEqual(server.connections, 2)

    def test_an_answer_without_length_ends_with_its_connection(self) -> None:
        def answer(handler: Handler, asked: Asked) -> None:
            handler.wfile.write(b'HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{"items":')
            handler.wfile.flush()
            handler.wfile.write(b"[]}")
            handler.close_connection = True

        with Server(answer) as server:
            self.assertEqual(Client(server.origin).posts.tags().items, [])

    def test_nobody_listens(self) -> None:
        with Server(in_order(tags)) as server:
            origin = server.origin
        with self.assertRaises(ConnectionFailed):
            Client(origin, retries=1).posts.tags()


class Retries(unittest.TestCase):
    def test_a_read_is_tried_again(self) -> None:
        with Server(in_order(unavailable, Handler.drop, tags)) as server:
            self.assertEqual(len(Client(server.origin).posts.tags().items), 1)
            self.assertEqual(len(server.asked), 3)

    def test_an_answer_that_breaks_off_is_asked_for_again(self) -> None:
        def half(handler: Handler) -> None:
            handler.wfile.write(b'HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"items":')
            handler.wfile.flush()
            handler.drop()

        with Server(in_order(half, tags)) as server:
            self.assertEqual(len(Client(server.origin).posts.tags().items), 1)
            self.assertEqual(len(server.asked), 2)

    def test_a_server_has_to_be_named(self) -> None:
        with self.assertRaises(ValueError):
            Client()

    def test_a_read_is_not_tried_for_ever(self) -> None:
        with Server(in_order(unavailable)) as server:
            with self.assertRaises(Unavailable):
                Client(server.origin, retries=2).posts.tags()
            self.assertEqual(len(server.asked), 3)

    def test_a_write_without_a_key_is_sent_once(self) -> None:
        for failing in (unavailable, Handler.drop):
            with Server(in_order(failing)) as server:
                with self.assertRaises((Unavailable, ConnectionFailed)):
                    Client(server.origin).recovery.forgot_password(email="a@example.org")
                self.assertEqual(len(server.asked), 1)

    def test_a_write_under_a_key_keeps_it(self) -> None:
        done = in_order(unavailable, lambda handler: handler.problem(422, "invalid_input"))
        with Server(done) as server:
            with self.assertRaises(ApiError):
                Client(server.origin).posts.create(title="t", body="b")
            keys = {asked.headers["idempotency-key"] for asked in server.asked}
            self.assertEqual((len(server.asked), len(keys)), (2, 1))
            self.assertEqual(len({asked.body for asked in server.asked}), 1)

    def test_every_call_has_a_key_of_its_own_or_the_given_one(self) -> None:
        with Server(in_order(lambda handler: handler.problem(422, "invalid_input"))) as server:
            client = Client(server.origin)
            for each in (client, client, client.with_options(idempotency_key="mine")):
                with self.assertRaises(ApiError):
                    each.posts.create(title="t", body="b")
            keys = [asked.headers["idempotency-key"] for asked in server.asked]
            self.assertEqual((len(set(keys)), keys[2]), (3, "mine"))

    def test_a_pause_longer_than_the_timeout_is_the_answer_itself(self) -> None:
        patient = in_order(lambda handler: handler.problem(503, "unavailable", {"retry-after": "60"}))
        with Server(patient) as server:
            started = time.monotonic()
            with self.assertRaises(Unavailable) as caught:
                Client(server.origin, timeout=2).posts.tags()
            self.assertLess(time.monotonic() - started, 1.5)
            self.assertEqual(caught.exception.retry_after, 60)

    def test_pauses_are_seconds_or_dates(self) -> None:
        self.assertEqual(parse_retry_after("7"), 7)
        self.assertEqual(parse_retry_after("Wed, 21 Oct 2015 07:28:00 GMT"), 0)
        self.assertGreater(parse_retry_after("Fri, 31 Dec 2100 23:59:59 GMT") or 0, 1e9)
        self.assertIsNone(parse_retry_after("soon"))


class Limits(unittest.TestCase):
    def test_a_timeout_is_the_whole_calls(self) -> None:
        def drip(handler: Handler, asked: Asked) -> None:
            for byte in b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n" + b" " * 99:
                handler.wfile.write(bytes([byte]))
                handler.wfile.flush()
                time.sleep(0.05)

        with Server(drip) as server:
            started = time.monotonic()
            with self.assertRaises(CallTimeout):
                Client(server.origin, timeout=0.4).posts.tags()
            self.assertLess(time.monotonic() - started, 2)
            self.assertEqual(len(server.asked), 1)

    def test_a_download_may_take_long_but_not_stand_still(self) -> None:
        def slowly(handler: Handler, asked: Asked) -> None:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n")
            for _ in range(5):
                handler.wfile.write(b"x")
                handler.wfile.flush()
                time.sleep(0.2)
            handler.wait_until_left()

        with Server(slowly) as server, self.assertRaises(CallTimeout):
            received: List[int] = []
            client = Client(server.origin, timeout=0.6)
            download = client.with_options(on_progress=lambda sent, _: received.append(sent)).files.content(id="f")
            self.assertEqual(download.size, 6)
            try:
                download.read()
            finally:
                self.assertEqual(received[-1], 5)

    def test_cancelling_closes_the_socket_at_once(self) -> None:
        with Server(lambda handler, asked: handler.wait_until_left()) as server:
            token = CancelToken()
            threading.Timer(0.2, token.cancel).start()
            with self.assertRaises(CallCancelled):
                Client(server.origin).with_options(cancel=token).posts.tags()
            self.assertTrue(server.left.wait(5))

    def test_a_token_that_is_cancelled_already_sends_nothing(self) -> None:
        with Server(in_order(tags)) as server:
            token = CancelToken()
            token.cancel()
            with self.assertRaises(CallCancelled):
                Client(server.origin).with_options(cancel=token).posts.tags()
            self.assertEqual(server.asked, [])

    def test_a_pause_between_attempts_is_cancelled_too(self) -> None:
        later = in_order(lambda handler: handler.problem(503, "unavailable", {"retry-after": "5"}))
        with Server(later) as server:
            token = CancelToken()
            threading.Timer(0.3, token.cancel).start()
            started = time.monotonic()
            with self.assertRaises(CallCancelled):
                Client(server.origin).with_options(cancel=token).posts.tags()
            self.assertLess(time.monotonic() - started, 3)

    def test_a_token_outlives_the_calls_that_it_did_not_end(self) -> None:
        with Server(in_order(tags)) as server:
            token = CancelToken()
            client = Client(server.origin)
            client.with_options(cancel=token).posts.tags()
            token.cancel()
            self.assertEqual(len(client.posts.tags().items), 1)
            self.assertEqual(server.connections, 1)


class Redirects(unittest.TestCase):
    def test_credentials_stay_with_the_server(self) -> None:
        with Server(in_order(lambda handler: handler.say(200, b"bytes"))) as other:

            def away(handler: Handler) -> None:
                handler.say(302, b"", {"location": f"{other.origin}/file"})

            def here(handler: Handler) -> None:
                handler.say(307, b"", {"location": "/moved"})

            with Server(in_order(here, away)) as server:
                client = Client(server.origin, tokens=Tokens("secret"), headers={"Cookie": "session=1"})
                self.assertEqual(client.files.content(id="f").read(), b"bytes")
                self.assertEqual([asked.headers["authorization"] for asked in server.asked], ["Bearer secret"] * 2)
                self.assertEqual([asked.path for asked in server.asked][1], "/moved")
                self.assertEqual([asked.headers["authorization"] for asked in other.asked], [None])
                self.assertEqual([asked.headers["cookie"] for asked in other.asked], [None])

    def test_a_write_is_not_sent_elsewhere(self) -> None:
        with Server(in_order(lambda handler: handler.say(307, b"", {"location": "/elsewhere"}))) as server:
            with self.assertRaises(ApiError) as caught:
                Client(server.origin).comments.create(post_id="p", body="b")
            self.assertEqual((caught.exception.status, len(server.asked)), (307, 1))

    def test_a_circle_ends(self) -> None:
        with Server(in_order(lambda handler: handler.say(302, b"", {"location": "/api/tags"}))) as server:
            with self.assertRaises(UnexpectedAnswer):
                Client(server.origin).posts.tags()
            self.assertEqual(len(server.asked), 6)

    def test_nothing_goes_from_https_to_http(self) -> None:
        class Moved:
            status = 302

            def header(self, name: str) -> str:
                return "http://example.org/"

            def close(self) -> None:
                pass

        answer: Any = Moved()
        with self.assertRaises(UnexpectedAnswer):
            follow(Request("GET", "https://example.org/", {}), lambda request: answer)
