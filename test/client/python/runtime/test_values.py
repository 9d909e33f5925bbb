"""Errors, models, files, streams."""

from __future__ import annotations

import io
import tempfile
import threading
import time
import unittest
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Callable, List, Optional, Tuple

from portico_client import UNSET, ApiError, Client, ClientError, ConnectionFailed, UnexpectedAnswer, Unknown, Upload
from portico_client.errors import InvalidInput, NotFound, PayloadTooLarge
from portico_client.generated.models import COMMENT_EVENT
from portico_client.models import CommentDeleted, CommentsReset, Money
from portico_client.runtime.events import parse_events
from portico_client.runtime.instants import from_text, to_text
from server import TAGS, Asked, Handler, Server

RESET = b'id: 1\ndata: {"type":"reset"}\n\n'
END = b"event: end\ndata:\n\n"


class Errors(unittest.TestCase):
    def failure(self, status: int, body: object) -> ApiError:
        with Server(lambda handler, asked: handler.say(status, body)) as server:
            with self.assertRaises(ApiError) as caught:
                Client(server.origin, retries=0).posts.tags()
            return caught.exception

    def test_a_code_is_a_class(self) -> None:
        issue = {"pointer": "/title", "detail": "Too short", "code": "too_small"}
        error = self.failure(422, {"code": "invalid_input", "status": 422, "errors": [issue], "requestId": "r1"})
        self.assertIsInstance(error, InvalidInput)
        self.assertEqual([(each.pointer, each.code) for each in error.errors], [("/title", "too_small")])
        self.assertIn("/title: Too short", str(error))

    def test_a_newer_code_is_kept_with_its_fields(self) -> None:
        error = self.failure(409, {"code": "post_locked", "status": 409, "lockedBy": "ada"})
        self.assertIs(type(error), ApiError)
        self.assertEqual((error.code, error.status, error.problem["lockedBy"]), ("post_locked", 409, "ada"))

    def test_what_a_proxy_answers_has_no_code(self) -> None:
        for body in (b"<html>Bad gateway</html>", [1], "text", {"errors": 1}):
            error = self.failure(502, body)
            self.assertEqual((error.code, error.status, list(error.errors)), ("", 502, []))

    def test_an_answer_that_does_not_fit_says_where(self) -> None:
        bodies: Tuple[Any, ...] = ({"items": [{"tag": "a", "count": "two"}]}, {"items": [{"tag": "a"}]}, {}, [], b"<html>")
        places = ("/items/0/count", "/items/0/count", "/items", "the whole", "no JSON")
        for body, place in zip(bodies, places):
            with Server(lambda handler, asked: handler.say(200, body)) as server:
                with self.assertRaisesRegex(UnexpectedAnswer, place):
                    Client(server.origin).posts.tags()


class Models(unittest.TestCase):
    def test_unknown_fields_variants_and_values_go_back_as_they_came(self) -> None:
        money = {"amount": 1, "currency": "XAU", "purity": [999]}
        self.assertEqual(Money.from_json(money).extra, {"purity": [999]})
        for event in ({"type": "pinned", "id": "1"}, {"type": "deleted", "id": "1", "by": None}, {"type": 7}):
            self.assertEqual(COMMENT_EVENT.encode(COMMENT_EVENT.decode(event)), event)
        self.assertIsInstance(COMMENT_EVENT.decode({"type": "pinned"}), Unknown)
        self.assertEqual(Money.from_json(money).to_json(), money)

    def test_models_are_compared_and_shown_by_their_fields(self) -> None:
        self.assertEqual(CommentDeleted(id="1"), CommentDeleted.from_json({"type": "deleted", "id": "1"}))
        self.assertNotEqual(CommentDeleted(id="1"), CommentDeleted(id="2"))
        self.assertEqual(repr(CommentsReset()), "CommentsReset(type='reset')")

    def test_unset_is_false_and_alone(self) -> None:
        self.assertFalse(UNSET)
        self.assertEqual(repr(UNSET), "UNSET")
        self.assertIsNot(UNSET, None)

    def test_moments(self) -> None:
        for text in ("2024-02-29T23:59:59.999Z", "1970-01-01T00:00:00.000Z", "0001-01-01T00:00:00.000Z"):
            self.assertEqual(to_text(from_text(text) or datetime.min), text)
        east = from_text("2024-02-29T23:59:59.5+01:30")
        self.assertEqual(east and east.utcoffset(), timedelta(hours=1, minutes=30))
        self.assertEqual(to_text(east or datetime.min), "2024-02-29T22:29:59.500Z")
        self.assertEqual(to_text(datetime(2024, 1, 1, 0, 0, 0, 1999, timezone.utc)), "2024-01-01T00:00:00.001Z")
        for text in ("2023-02-29T00:00:00Z", "2024-01-01", "yesterday", "+020000-01-01T00:00:00Z", "2024-01-01T00:00:00+24:00"):
            self.assertIsNone(from_text(text))
        with self.assertRaises(ValueError):
            to_text(datetime(2024, 1, 1))

    def test_a_parameter_that_would_be_another_path_is_refused(self) -> None:
        for wrong in ("", ".", ".."):
            with self.assertRaises(ValueError):
                Client("http://127.0.0.1:9").posts.get(id=wrong)


class Files(unittest.TestCase):
    def upload(self, file: Upload) -> Tuple[Asked, List[Tuple[int, Optional[int]]]]:
        told: List[Tuple[int, Optional[int]]] = []
        with Server(lambda handler, asked: handler.problem(422, "invalid_input")) as server:
            client = Client(server.origin).with_options(on_progress=lambda sent, total: told.append((sent, total)))
            with self.assertRaises(InvalidInput):
                client.files.upload(file=file)
            return server.asked[0], told

    def test_a_stream_of_unknown_length_is_sent_as_it_comes(self) -> None:
        class Pipe(io.RawIOBase):
            left = [b"one", b"two"]

            def readable(self) -> bool:
                return True

            def seekable(self) -> bool:
                return False

            def read(self, size: int = -1) -> bytes:
                return self.left.pop(0) if self.left else b""

        pipe: Any = Pipe()
        asked, told = self.upload(Upload(pipe, "pipe.txt"))
        self.assertEqual(asked.headers["transfer-encoding"], "chunked")
        self.assertIn(b"\r\n\r\nonetwo\r\n--", asked.body)
        self.assertIsNone(told[-1][1])

    def test_a_stream_is_read_from_where_it_stands(self) -> None:
        stream = io.BytesIO(b"head body")
        stream.seek(5)
        asked, told = self.upload(Upload(stream, 'a"b\r\n.txt', "text/plain"))
        self.assertIn(b'filename="a%22b%0D%0A.txt"\r\ncontent-type: text/plain\r\n\r\nbody\r\n--', asked.body)
        self.assertEqual(told[-1], (len(asked.body), len(asked.body)))
        self.assertEqual(asked.headers["content-length"], str(len(asked.body)))

    def test_what_a_server_says_before_it_read_all_is_heard(self) -> None:
        def refuse(handler: Handler, asked: Asked) -> None:
            handler.problem(413, "payload_too_large", {"connection": "close"})

        with Server(refuse, reads_bodies=False) as server:
            # What is left unread when a connection closes may take the answer with it.
            with self.assertRaises((PayloadTooLarge, ConnectionFailed)):
                Client(server.origin).files.upload(file=Upload(b"x" * 20_000_000, "large"))

    def test_half_a_file_is_no_file(self) -> None:
        def half(handler: Handler, asked: Asked) -> None:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf")
            handler.close_connection = True

        with Server(half) as server, tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "kept"
            path.write_bytes(b"before")
            with self.assertRaises(ConnectionFailed):
                Client(server.origin).files.content(id="f").save(path)
            self.assertEqual(path.read_bytes(), b"before")
            self.assertEqual([entry.name for entry in Path(folder).iterdir()], ["kept"])

    def test_a_files_name_has_no_folder(self) -> None:
        headers = {"content-disposition": "attachment; filename*=UTF-8''..%2F..%2Fetc%2Fn%C3%A4me"}
        with Server(lambda handler, asked: handler.say(200, b"x", headers)) as server:
            with Client(server.origin).files.content(id="f") as download:
                self.assertEqual(download.name, "näme")


    def send_while_it_changes(self, change: Callable[[Path], object]) -> Tuple[BaseException, List[Asked]]:
        with Server(lambda handler, asked: handler.problem(422, "invalid_input")) as server:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder, "log.txt")
                path.write_bytes(b"x" * 300_000)
                changes = [change]

                def progress(sent: int, total: Optional[int]) -> None:
                    if sent > 1_000 and changes:
                        changes.pop()(path)

                with self.assertRaises(ClientError) as caught:
                    Client(server.origin, timeout=3).with_options(on_progress=progress).files.upload(file=path)
                return caught.exception, server.asked

    def test_a_file_that_grows_while_it_is_sent_is_sent_as_it_was(self) -> None:
        def grow(path: Path) -> None:
            with path.open("ab") as file:
                file.write(b"more" * 100_000)

        failure, asked = self.send_while_it_changes(grow)
        self.assertIsInstance(failure, InvalidInput)
        self.assertRegex(asked[0].body[-60:], rb"^x+\r\n--[0-9a-f]+--\r\n$")

    def test_a_file_that_becomes_shorter_while_it_is_sent_fails_at_once(self) -> None:
        failure, _ = self.send_while_it_changes(lambda path: path.write_bytes(b"short"))
        self.assertIn("log.txt became shorter while it was sent", str(failure))


class Streams(unittest.TestCase):
    def test_events_are_the_same_however_they_are_cut(self) -> None:
        text = b": beat\r\nretry: 9\r\n\r\nid: 1\rdata: {\rdata: \xe2\x82\xac}\r\revent: end\ndata\n\ndata: lost"
        expected = [(event.type, event.data, event.id) for event in parse_events([text])]
        self.assertEqual(expected, [("", "", None), ("", "{\n€}", "1"), ("end", "", None)])
        for size in range(1, 9):
            chunks = [text[at : at + size] for at in range(0, len(text), size)]
            cut = [(event.type, event.data, event.id) for event in parse_events(chunks)]
            self.assertEqual(cut, expected)

    def test_a_stream_goes_on_after_the_last_event(self) -> None:
        def answer(handler: Handler, asked: Asked) -> None:
            if asked.headers["last-event-id"] == "1":
                handler.events(b'id: 2\ndata: {"type":"deleted","id":"a"}\n\n', END)
            else:
                handler.events(b"retry: 10\n\n", RESET, b"id: 2\ndata: {")
                handler.drop()

        with Server(answer) as server:
            events = list(Client(server.origin).comments.live(post_id="p"))
            self.assertEqual(events, [CommentsReset(), CommentDeleted(id="a")])
            self.assertEqual([asked.headers["last-event-id"] for asked in server.asked], [None, "1"])

    def test_a_stream_outlives_a_server_that_restarts(self) -> None:
        def answer(handler: Handler, asked: Asked) -> None:
            if asked.headers["last-event-id"] is None:
                handler.events(b"retry: 10\n\n", RESET)
                handler.drop()
            elif len(server.asked) < 6:
                handler.problem(503, "unavailable")
            else:
                handler.events(END)

        with Server(answer) as server:
            events = list(Client(server.origin, retries=1).comments.live(post_id="p"))
            self.assertEqual((events, len(server.asked)), ([CommentsReset()], 6))

    def test_a_server_that_hangs_up_at_once_is_asked_ever_less_often(self) -> None:
        asked_at: List[float] = []

        def answer(handler: Handler, asked: Asked) -> None:
            asked_at.append(time.monotonic())
            handler.events(b"retry: 0\n\n", *[RESET][len(asked_at) - 1 :])
            handler.drop()

        with Server(answer) as server:
            with Client(server.origin).comments.live(post_id="p") as stream:
                next(stream)
                threading.Timer(1.5, stream.close).start()
                self.assertEqual(list(stream), [])
            self.assertIn(len(asked_at), range(3, 7))

    def test_a_problem_in_a_stream_is_raised(self) -> None:
        problem = b'event: error\ndata: {"code":"not_found","status":404}\n\n'
        with Server(lambda handler, asked: handler.events(RESET, problem)) as server:
            stream = Client(server.origin).comments.live(post_id="p")
            self.assertEqual(next(stream), CommentsReset())
            with self.assertRaises(NotFound):
                next(stream)
            self.assertEqual(list(stream), [])

    def test_a_stream_that_cannot_begin_says_so_at_once(self) -> None:
        with Server(lambda handler, asked: handler.problem(404, "not_found")) as server:
            with self.assertRaises(NotFound):
                Client(server.origin).comments.live(post_id="p")

    def test_closing_wakes_who_waits(self) -> None:
        def answer(handler: Handler, asked: Asked) -> None:
            handler.events(RESET)
            handler.wait_until_left()

        with Server(answer) as server:
            stream = Client(server.origin).comments.live(post_id="p")
            threading.Timer(0.2, stream.close).start()
            self.assertEqual(list(stream), [CommentsReset()])
            self.assertTrue(server.left.wait(5))

    def test_leaving_early_closes_the_connection(self) -> None:
        def answer(handler: Handler, asked: Asked) -> None:
            handler.events(RESET)
            handler.wait_until_left()

        with Server(answer) as server:
            with Client(server.origin).comments.live(post_id="p") as stream:
                next(stream)
            self.assertTrue(server.left.wait(5))


class Addresses(unittest.TestCase):
    def test_who_calls_is_said(self) -> None:
        with Server(lambda handler, asked: handler.say(200, TAGS)) as server:
            Client(server.origin + "/", headers={"X-Mine": "1"}).posts.tags()
            headers = server.asked[0].headers
            self.assertRegex(headers["user-agent"], r"^portico-client/\d+\.\d+\.\d+ \(Python 3\.\d+\.\d+; \w+\)$")
            self.assertEqual((headers["x-mine"], headers["accept"]), ("1", "application/json"))
