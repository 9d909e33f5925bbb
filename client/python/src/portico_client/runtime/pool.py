"""Connections that are kept open between calls, for any number of threads."""

from __future__ import annotations

import http.client
import ssl
import threading
import time
from collections import defaultdict
from typing import DefaultDict, List, NamedTuple, Optional

from .cancel import Limits
from .failures import ConnectionFailed
from .socket_io import LimitedSocket, open_socket

idle_seconds = 60.0
certain_seconds = 3.0
"""A connection used this lately has not been closed by any server yet."""


class Origin(NamedTuple):
    scheme: str
    host: str
    port: int


class PooledConnection:
    """An HTTP connection to one origin."""

    def __init__(self, origin: Origin, socket: LimitedSocket) -> None:
        self.origin = origin
        self.socket = socket
        self.http = http.client.HTTPConnection(_host(origin), origin.port)
        self.http.default_port = 443 if origin.scheme == "https" else 80
        self.http.sock = socket
        self.used_at = time.monotonic()

    def close(self) -> None:
        self.socket.end()
        self.http.close()


def _host(origin: Origin) -> str:
    return f"[{origin.host}]" if ":" in origin.host else origin.host


class Pool:
    """Idle connections by origin, the last used first."""

    def __init__(self, tls: Optional[ssl.SSLContext] = None, *, max_idle: int = 16) -> None:
        self._tls = tls
        self._max_idle = max_idle
        self._lock = threading.Lock()
        self._idle: DefaultDict[Origin, List[PooledConnection]] = defaultdict(list)
        self._closed = False

    def acquire(self, origin: Origin, limits: Limits, *, is_certain: bool) -> PooledConnection:
        """
        An idle connection, or a new one.

        :param is_certain: take none that the server may be about to close: what is sent on it could not be sent again
        """
        connection = self._take(origin, certain_seconds if is_certain else idle_seconds)
        if connection is None:
            connection = PooledConnection(origin, open_socket(origin.host, origin.port, self._context(origin), limits))
        connection.socket.begin(limits)
        return connection

    def _take(self, origin: Origin, seconds: float) -> Optional[PooledConnection]:
        while True:
            with self._lock:
                if not self._idle[origin]:
                    return None
                connection = self._idle[origin].pop()
            if time.monotonic() - connection.used_at < seconds and not connection.socket.is_stale():
                return connection
            connection.close()

    def _context(self, origin: Origin) -> Optional[ssl.SSLContext]:
        if origin.scheme == "http":
            return None
        if origin.scheme != "https":
            raise ConnectionFailed(f"{origin.scheme}: is neither http: nor https:")
        with self._lock:
            self._tls = self._tls or ssl.create_default_context()
            return self._tls

    def release(self, connection: PooledConnection) -> None:
        """Keeps a connection whose answer has been read to its end."""
        connection.socket.end()
        connection.used_at = time.monotonic()
        with self._lock:
            idle = self._idle[connection.origin]
            if not self._closed and len(idle) < self._max_idle:
                idle.append(connection)
                return
        connection.close()

    def close(self) -> None:
        """Closes what is idle, and from now on whatever comes back."""
        with self._lock:
            self._closed = True
            idle = [connection for connections in self._idle.values() for connection in connections]
            self._idle.clear()
        for connection in idle:
            connection.close()
