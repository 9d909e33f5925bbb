"""One HTTP request and its answer, on a connection that is kept for the next."""

from __future__ import annotations

import http.client
import io
from dataclasses import dataclass, field
from typing import Callable, Iterable, Iterator, Mapping, Optional
from urllib.parse import SplitResult, urlsplit

from .cancel import Limits
from .failures import ConnectionFailed
from .pool import Origin, PooledConnection, Pool

chunk_size = 64 * 1024


class Body:
    """What a request carries; it can be written again where ``is_repeatable``."""

    def __init__(
        self,
        content_type: str,
        chunks: Callable[[], Iterable[bytes]],
        *,
        size: Optional[int],
        is_repeatable: bool = True,
    ) -> None:
        self.content_type = content_type
        self.chunks = chunks
        self.size = size
        """Bytes; unknown where a stream is sent."""
        self.is_repeatable = is_repeatable


@dataclass(frozen=True)
class Request:
    method: str
    url: str
    headers: Mapping[str, str]
    body: Optional[Body] = None
    on_progress: Optional[Callable[[int, Optional[int]], None]] = field(default=None, compare=False)
    """Called with the bytes of the body that went out, and how many there are."""

    @property
    def split(self) -> SplitResult:
        return urlsplit(self.url)

    @property
    def origin(self) -> Origin:
        scheme, host = self.split.scheme, self.split.hostname or ""
        return Origin(scheme, host, self.split.port or (443 if scheme == "https" else 80))


class Answer:
    """A response whose body is read when it is asked for. Closing it early closes its connection."""

    def __init__(self, response: http.client.HTTPResponse, connection: PooledConnection, pool: Pool, url: str) -> None:
        self._response = response
        self._connection: Optional[PooledConnection] = connection
        self._pool = pool
        self.url = url
        self.status = response.status
        self.reason = response.reason
        self._left: Optional[int] = response.length
        """Bytes to come, where the server said how many."""
        self._finish_when_read()

    def header(self, name: str) -> Optional[str]:
        return self._response.headers.get(name)

    def read(self) -> bytes:
        return b"".join(self.chunks())

    def chunks(self) -> Iterator[bytes]:
        """Pieces as they arrive."""
        try:
            while self._connection is not None:
                piece = self._read_piece()
                self._finish_when_read(at_end=not piece)
                if piece:
                    yield piece
        except http.client.HTTPException as error:
            raise ConnectionFailed(f"The connection broke: {error}") from error
        finally:
            self.close()

    def _read_piece(self) -> bytes:
        """What is there already. Python before 3.12 does not count what is read in this way."""
        piece = self._response.read1(chunk_size if self._left is None else min(chunk_size, self._left))
        if self._left is not None:
            self._left -= len(piece)
        return piece

    def _finish_when_read(self, *, at_end: bool = False) -> None:
        """
        Gives the connection back.

        :raises ConnectionFailed: when the body ended before its length
        """
        response = self._response
        if not at_end and not response.isclosed() and self._left != 0:
            return
        if self._left:
            raise ConnectionFailed(f"The connection broke: {self._left} bytes are missing")
        connection, self._connection = self._connection, None
        if connection is None:
            return
        response.close()
        if response.will_close:
            connection.close()
        else:
            self._pool.release(connection)

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            self._response.close()
            connection.close()


def exchange(pool: Pool, request: Request, limits: Limits, *, may_repeat: bool) -> Answer:
    """
    Sends a request and waits for the answer's head.

    :raises ConnectionFailed: when no answer comes
    """
    connection = pool.acquire(request.origin, limits, is_certain=not may_repeat)
    try:
        _send(connection, request)
        response = connection.http.getresponse()
    except http.client.HTTPException as error:
        connection.close()
        raise ConnectionFailed(f"No answer came: {error or type(error).__name__}") from error
    except BaseException:
        connection.close()
        raise
    return Answer(response, connection, pool, request.url)


def _send(connection: PooledConnection, request: Request) -> None:
    url = request.split
    target = (url.path or "/") + (f"?{url.query}" if url.query else "")
    wire = connection.http
    wire.putrequest(request.method, target, skip_accept_encoding=True)
    for name, value in request.headers.items():
        wire.putheader(name, value)
    body = request.body
    if body is None:
        if request.method not in ("GET", "HEAD", "DELETE"):
            wire.putheader("Content-Length", "0")
        wire.endheaders()
        return
    wire.putheader("Content-Type", body.content_type)
    chunked = body.size is None
    wire.putheader("Transfer-Encoding", "chunked") if chunked else wire.putheader("Content-Length", str(body.size))
    wire.endheaders()
    try:
        _send_body(wire, body, request.on_progress, chunked=chunked)
    except ConnectionFailed:
        # A server that refuses a body answers and hangs up; what it said is worth more than the broken pipe.
        if not connection.socket.wait_readable():
            raise


def _send_body(
    wire: http.client.HTTPConnection,
    body: Body,
    on_progress: Optional[Callable[[int, Optional[int]], None]],
    *,
    chunked: bool,
) -> None:
    sent = 0
    for piece in body.chunks():
        if not piece:
            continue
        wire.send(b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece)
        sent += len(piece)
        if on_progress:
            on_progress(sent, body.size)
    if chunked:
        wire.send(b"0\r\n\r\n")


def json_body(text: str) -> Body:
    content = text.encode()
    return Body("application/json", lambda: io.BytesIO(content), size=len(content))
