"""A server that answers what a test says, and remembers what it was asked."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Callable, Dict, List, Mapping, Optional, Type

TAGS = {"items": [{"tag": "bread", "count": 2}]}
"""What ``posts.tags`` answers."""


@dataclass
class Asked:
    method: str
    path: str
    headers: Message
    body: bytes
    connection: int


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body leave together, so that no answer waits for an acknowledgement.
    wbufsize = -1
    owner: Server

    def setup(self) -> None:
        super().setup()
        with self.owner.lock:
            self.owner.connections += 1
            self.number = self.owner.connections

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except (ConnectionError, ValueError):
            self.close_connection = True

    def finish(self) -> None:
        try:
            super().finish()
        except ConnectionError:
            pass  # The client has left already.

    def serve(self) -> None:
        body = self.read_body() if self.owner.reads_bodies else b""
        asked = Asked(self.command, self.path, self.headers, body, self.number)
        with self.owner.lock:
            self.owner.asked.append(asked)
        self.owner.answer(self, asked)

    do_GET = do_POST = do_PUT = do_DELETE = serve

    def read_body(self) -> bytes:
        if self.headers.get("transfer-encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("content-length", 0)))
        body = b""
        while size := int(self.rfile.readline(), 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def say(self, status: int, value: Any, headers: Optional[Mapping[str, str]] = None) -> None:
        content = value if isinstance(value, bytes) else json.dumps(value).encode()
        given = {"content-type": "application/json", "content-length": str(len(content)), **(headers or {})}
        self.send_response(status)
        for name, text in given.items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(content)
        self.wfile.flush()

    def problem(self, status: int, code: str, headers: Optional[Mapping[str, str]] = None) -> None:
        known = {"type": "about:blank", "title": code, "status": status, "code": code, "requestId": "r"}
        self.say(status, known, {"content-type": "application/problem+json", **(headers or {})})

    def events(self, *chunks: bytes) -> None:
        """A stream without an end of its own."""
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        self.wfile.flush()
        for chunk in chunks:
            self.wfile.write(b"%x\r\n%b\r\n" % (len(chunk), chunk))
            self.wfile.flush()

    def drop(self) -> None:
        """Hangs up."""
        self.close_connection = True
        self.connection.shutdown(2)

    def wait_until_left(self) -> None:
        """Until the client hangs up, or some seconds at most."""
        self.connection.settimeout(8)
        left = self.connection.recv(1) == b""
        if left:
            self.owner.left.set()
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        pass


class Listener(ThreadingHTTPServer):
    request_queue_size = 128


Answer = Callable[[Handler, Asked], None]


class Server:
    """Listens on a free port while it is a context."""

    def __init__(self, answer: Answer, *, reads_bodies: bool = True) -> None:
        """
        :param reads_bodies: else it answers and hangs up while the client still sends
        """
        self.answer = answer
        self.reads_bodies = reads_bodies
        self.asked: List[Asked] = []
        self.connections = 0
        self.left = threading.Event()
        self.lock = threading.Lock()
        handler = type("BoundHandler", (Handler,), {"owner": self})
        self._server = Listener(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def count(self) -> Dict[str, int]:
        """How often each path was asked for."""
        paths = [asked.path for asked in self.asked]
        return {path: paths.count(path) for path in paths}

    def __enter__(self) -> Server:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
