"""The same for asyncio."""

from __future__ import annotations

import asyncio
import threading
import unittest
from typing import List

from portico_client import AsyncClient, CallCancelled, CancelToken
from portico_client.errors import NotFound
from portico_client.models import CommentsReset
from server import TAGS, Asked, Handler, Server


class Awaiting(unittest.IsolatedAsyncioTestCase):
    async def test_many_calls_at_once(self) -> None:
        with Server(lambda handler, asked: handler.say(200, TAGS)) as server:
            async with AsyncClient(server.origin) as client:
                answers = await asyncio.gather(*(client.posts.tags() for _ in range(8)))
            self.assertEqual([answer.items[0].count for answer in answers], [2] * 8)

    async def test_calls_that_wait_keep_no_other_from_going_on(self) -> None:
        everybody = threading.Barrier(48)

        def answer(handler: Handler, asked: Asked) -> None:
            everybody.wait(10)
            handler.say(200, TAGS)

        with Server(answer) as server:
            client = AsyncClient(server.origin, retries=0)
            await asyncio.gather(*(client.posts.tags() for _ in range(48)))
            self.assertEqual(server.connections, 48)

    async def test_errors_are_the_same(self) -> None:
        with Server(lambda handler, asked: handler.problem(404, "not_found")) as server:
            with self.assertRaises(NotFound):
                await AsyncClient(server.origin).posts.get(id="p")

    async def test_a_task_that_is_cancelled_closes_its_socket(self) -> None:
        with Server(lambda handler, asked: handler.wait_until_left()) as server:
            task = asyncio.ensure_future(AsyncClient(server.origin).posts.tags())
            while not server.asked:
                await asyncio.sleep(0.01)
            task.cancel()
            with self.assertRaises(asyncio.CancelledError):
                await task
            self.assertTrue(await asyncio.to_thread(server.left.wait, 5))

    async def test_pages_are_iterated(self) -> None:
        def answer(handler: Handler, asked: Asked) -> None:
            is_last = "cursor=next" in asked.path
            handler.say(200, {"items": [], "nextCursor": None if is_last else "next", "total": 0})

        with Server(answer) as server:
            page = await AsyncClient(server.origin).posts.list(limit=1)
            self.assertEqual([post async for post in page], [])
            paths = ["/api/posts?limit=1", "/api/posts?limit=1&cursor=next"]
            self.assertEqual([asked.path for asked in server.asked], paths)
            self.assertEqual(page.extra, {"total": 0})

    async def test_streams_and_files(self) -> None:
        def answer(handler: Handler, asked: Asked) -> None:
            if "live" in asked.path:
                handler.events(b'data: {"type":"reset"}\n\nevent: end\ndata:\n\n')
            else:
                handler.say(200, b"bytes")

        with Server(answer) as server:
            client = AsyncClient(server.origin)
            async with await client.comments.live(post_id="p") as stream:
                self.assertEqual([event async for event in stream], [CommentsReset()])
            pieces: List[bytes] = []
            async with await client.files.content(id="f") as download:
                async for piece in download.chunks():
                    pieces.append(piece)
            self.assertEqual(b"".join(pieces), b"bytes")

    async def test_a_stream_is_left_by_cancelling(self) -> None:
        def answer(handler: Handler, asked: Asked) -> None:
            handler.events()
            handler.wait_until_left()

        with Server(answer) as server:
            stream = await AsyncClient(server.origin).comments.live(post_id="p")
            with self.assertRaises(asyncio.TimeoutError):
                await asyncio.wait_for(stream.__anext__(), 0.3)
            self.assertTrue(await asyncio.to_thread(server.left.wait, 5))

    async def test_the_token_of_a_client_ends_streams_and_downloads_too(self) -> None:
        def answer(handler: Handler, asked: Asked) -> None:
            if "live" in asked.path:
                handler.events()
            else:
                handler.send_response(200)
                handler.send_header("content-length", "9")
                handler.end_headers()
                handler.wfile.flush()
            handler.wait_until_left()

        with Server(answer) as server:
            token = CancelToken()
            client = AsyncClient(server.origin).with_options(cancel=token)
            stream = await client.comments.live(post_id="p")
            download = await client.files.content(id="f")
            asyncio.get_running_loop().call_later(0.2, token.cancel)
            ends = (stream.__anext__(), download.read())
            for failure in await asyncio.wait_for(asyncio.gather(*ends, return_exceptions=True), 5):
                self.assertIsInstance(failure, CallCancelled)
