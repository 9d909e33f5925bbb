"""A socket whose every byte obeys the limits of the call that uses it."""

from __future__ import annotations

import io
import selectors
import socket
import ssl
from functools import partial
from typing import Callable

from .cancel import Limits
from .failures import CallCancelled, CallTimeout, ConnectionFailed

_chunk = 64 * 1024


class LimitedSocket:
    """What ``http.client`` needs of a socket, under limits that change from call to call."""

    def __init__(self, connected: socket.socket) -> None:
        self._socket = connected
        self._readers = 0
        self._closing = False
        self._limits = Limits(None)
        self._unsubscribe: Callable[[], None] = _nothing

    def begin(self, limits: Limits) -> None:
        """From now on these limits hold."""
        self._limits = limits
        self._unsubscribe = limits.cancel.subscribe(partial(shut, self._socket))

    def end(self) -> None:
        """The call is over: its token means nothing to this socket any more."""
        self._unsubscribe()
        self._unsubscribe = _nothing
        self._limits = Limits(None)

    def sendall(self, data: bytes | bytearray | memoryview) -> None:
        view = memoryview(data)
        while view:
            try:
                self._socket.settimeout(self._limits.remaining())
                sent = self._socket.send(view[:_chunk])
            except (OSError, ValueError) as error:
                raise self._failure(error) from error
            self._limits.progressed()
            view = view[sent:]

    def receive(self, buffer: bytearray | memoryview) -> int:
        try:
            self._socket.settimeout(self._limits.remaining())
            count = self._socket.recv_into(buffer)
        except (OSError, ValueError) as error:
            raise self._failure(error) from error
        if count == 0 and self._limits.cancel.cancelled:
            raise CallCancelled("The call was cancelled")
        self._limits.progressed()
        return count

    def _failure(self, error: Exception) -> Exception:
        if isinstance(error, CallTimeout):
            return error
        if self._limits.cancel.cancelled:
            return CallCancelled("The call was cancelled")
        if isinstance(error, socket.timeout):
            return self._limits.exceeded()
        return ConnectionFailed(f"The connection broke: {error}")

    def is_stale(self) -> bool:
        """Whether the server has closed it, or said something that nobody asked for."""
        return self._socket.fileno() < 0 or self.wait_readable(0)

    def wait_readable(self, seconds: float = 1.0) -> bool:
        """Whether there is something to read, now or soon."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._socket, selectors.EVENT_READ)
            return bool(selector.select(seconds))

    def makefile(self, mode: str) -> io.BufferedReader:
        del mode
        self._readers += 1
        return io.BufferedReader(_Reader(self), _chunk)

    def close(self) -> None:
        self._closing = True
        self._close_when_read()

    def release_reader(self) -> None:
        self._readers -= 1
        self._close_when_read()

    def __del__(self) -> None:
        # A client that nobody refers to any more needs no goodbye.
        self._socket.close()

    def _close_when_read(self) -> None:
        if self._closing and self._readers <= 0:
            self.end()
            self._socket.close()


class _Reader(io.RawIOBase):
    def __init__(self, source: LimitedSocket) -> None:
        self._source = source

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._source.receive(buffer)

    def close(self) -> None:
        if not self.closed:
            self._source.release_reader()
        super().close()


def _nothing() -> None:
    pass


def shut(connected: socket.socket) -> None:
    """Wakes whoever reads or writes. Of TLS it shuts what lies below, which another thread may do at any time."""
    try:
        socket.socket.shutdown(connected, socket.SHUT_RDWR)
    except OSError:
        pass


def open_socket(host: str, port: int, tls: ssl.SSLContext | None, limits: Limits) -> LimitedSocket:
    """
    Connects to the first address that answers.

    :raises ConnectionFailed: when none does
    """
    limits.remaining()
    try:
        addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise ConnectionFailed(f"{host} is not found: {error}") from error
    failure: Exception = ConnectionFailed(f"{host} has no address")
    for family, kind, protocol, _, address in addresses:
        opened = socket.socket(family, kind, protocol)
        unsubscribe = limits.cancel.subscribe(partial(shut, opened))
        try:
            opened.settimeout(limits.remaining())
            opened.connect(address)
            opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return LimitedSocket(tls.wrap_socket(opened, server_hostname=host) if tls else opened)
        except (OSError, ValueError) as error:
            opened.close()
            limits.remaining()
            failure = ConnectionFailed(f"{host}:{port} cannot be reached: {error}")
            failure.__cause__ = error
        except BaseException:
            opened.close()
            raise
        finally:
            unsubscribe()
    raise failure
