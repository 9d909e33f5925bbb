"""The same for asyncio: every call waits in a thread, and ends when its task is cancelled."""

from __future__ import annotations

import asyncio
import contextvars
import os
import threading
from dataclasses import dataclass
from functools import partial
from typing import Any, AsyncIterator, BinaryIO, Callable, Dict, Generic, Iterator, List, Mapping, Optional
from typing import Tuple, TypeVar, Union

from .caller import Caller
from .cancel import CancelToken
from .closing import AsyncClosing
from .download import Download
from .operation import Operation
from .page import Page
from .stream import Stream

T = TypeVar("T")
_end: Any = object()


async def in_thread(work: Callable[[], T], cancel: Callable[[], None]) -> T:
    """Runs what waits; a task that is cancelled ends it, and waits until it has ended."""
    loop = asyncio.get_running_loop()
    waiting: asyncio.Future[T] = loop.create_future()

    def tell(settle: Callable[[], None]) -> None:
        try:
            loop.call_soon_threadsafe(settle)
        except RuntimeError:
            pass  # The loop has ended, and with it whoever waited.

    def run() -> None:
        try:
            result = work()
        except BaseException as error:
            tell(partial(waiting.set_exception, error))
        else:
            tell(partial(waiting.set_result, result))

    # Not the loop's own threads: they are few, and streams that wait would take them all.
    threading.Thread(target=contextvars.copy_context().run, args=(run,), daemon=True).start()
    try:
        return await asyncio.shield(waiting)
    except asyncio.CancelledError:
        cancel()
        await asyncio.wait([waiting])
        if not waiting.cancelled():
            waiting.exception()
        raise


@dataclass(frozen=True)
class AsyncCaller:
    """Makes the calls of an asynchronous client."""

    caller: Caller

    def _token(self) -> Tuple[CancelToken, Callable[[], None]]:
        """A token of one call, which the client's own ends as well; and what parts them."""
        token = CancelToken()
        outer = self.caller.options.cancel
        return token, outer.subscribe(token.cancel) if outer else lambda: None

    async def _run(self, work: Callable[[Caller], T]) -> T:
        token, forget = self._token()
        try:
            return await in_thread(lambda: work(self.caller.with_options(cancel=token)), token.cancel)
        finally:
            forget()

    async def call(self, operation: Operation, given: Mapping[str, Any]) -> Any:
        return await self._run(lambda caller: caller.call(operation, given))

    async def page(self, operation: Operation, given: Mapping[str, Any]) -> AsyncPage[Any]:
        page = await self._run(lambda caller: caller.page(operation, given))
        cursor = operation.pages.cursor if operation.pages else ""

        async def turn(value: str) -> AsyncPage[Any]:
            return await self.page(operation, {**given, cursor: value})

        return AsyncPage(page, turn)

    async def sign_out(self) -> None:
        await self._run(lambda caller: caller.sign_out())

    async def download(self, operation: Operation, given: Mapping[str, Any]) -> AsyncDownload:
        token, forget = self._token()
        caller = self.caller.with_options(cancel=token)
        try:
            download = await in_thread(lambda: caller.download(operation, given), token.cancel)
        except BaseException:
            forget()
            raise
        return AsyncDownload(download, token, forget)

    async def stream(self, operation: Operation, given: Mapping[str, Any]) -> AsyncStream[Any]:
        token, forget = self._token()
        caller = self.caller.with_options(cancel=token)
        try:
            stream = await in_thread(lambda: caller.stream(operation, given), token.cancel)
        except BaseException:
            forget()
            raise
        return AsyncStream(stream, forget)


class AsyncPage(Generic[T]):
    """One page; iterating it goes on through all that follow, asking for each when it is reached."""

    def __init__(self, page: Page[T], turn: Callable[[str], Any]) -> None:
        self.items: List[T] = page.items
        """Those of this page alone."""
        self.next_cursor: Optional[str] = page.next_cursor
        """Where the next page begins; none on the last."""
        self.extra: Dict[str, Any] = page.extra
        """What else the server says of the list."""
        self._turn = turn

    async def next_page(self) -> Optional[AsyncPage[T]]:
        return None if self.next_cursor is None else await self._turn(self.next_cursor)

    async def pages(self) -> AsyncIterator[AsyncPage[T]]:
        """This page and all that follow."""
        page: Optional[AsyncPage[T]] = self
        while page is not None:
            yield page
            page = await page.next_page()

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page.items:
                yield item


class AsyncStream(AsyncClosing, Generic[T]):
    """Iterating it waits for each item; see :class:`Stream`. Leave it as a context."""

    def __init__(self, stream: Stream[T], forget: Callable[[], None]) -> None:
        self._stream = stream
        self._forget = forget

    def __aiter__(self) -> AsyncStream[T]:
        return self

    async def __anext__(self) -> T:
        item: T = await in_thread(lambda: next(self._stream, _end), self._stream.close)
        if item is _end:
            raise StopAsyncIteration
        return item

    @property
    def last_event_id(self) -> Optional[str]:
        """Where another program can go on."""
        return self._stream.last_event_id

    async def close(self) -> None:
        self._forget()
        self._stream.close()


class AsyncDownload(AsyncClosing):
    """A file whose bytes are read when they are asked for; see :class:`Download`. Leave it as a context."""

    def __init__(self, download: Download, token: CancelToken, forget: Callable[[], None]) -> None:
        self._download = download
        self._token = token
        self._forget = forget
        self.size: Optional[int] = download.size
        self.content_type: str = download.content_type
        self.etag: Optional[str] = download.etag
        self.name: Optional[str] = download.name

    async def _run(self, work: Callable[[], T]) -> T:
        return await in_thread(work, self._token.cancel)

    async def chunks(self) -> AsyncIterator[bytes]:
        """Pieces as they come."""
        pieces: Iterator[bytes] = self._download.chunks()
        while True:
            piece: Any = await self._run(lambda: next(pieces, _end))
            if piece is _end:
                return
            yield piece

    async def read(self) -> bytes:
        """All of it, in memory."""
        return await self._run(self._download.read)

    async def copy_to(self, file: BinaryIO) -> int:
        """Writes it to an open file; answers how many bytes."""
        return await self._run(lambda: self._download.copy_to(file))

    async def save(self, path: Union[str, "os.PathLike[str]"]) -> int:
        """Writes it to a path, which holds the whole file or what it held before."""
        return await self._run(lambda: self._download.save(path))

    async def close(self) -> None:
        self._forget()
        self._download.close()
