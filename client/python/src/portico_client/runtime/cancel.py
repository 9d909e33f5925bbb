"""Ends calls from another thread."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future
from typing import Callable, TypeVar

from .failures import CallCancelled, CallTimeout

T = TypeVar("T")


class CancelToken:
    """Given to a call, ends it at once when cancelled, by closing its socket. It may serve many calls."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._callbacks: list[Callable[[], None]] = []

    @property
    def cancelled(self) -> bool:
        return self._event.is_set()

    def cancel(self) -> None:
        """Ends every call that has this token, now and later."""
        with self._lock:
            self._event.set()
            callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            callback()

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Calls back once, at once where it is cancelled already; answers how to take that back."""
        with self._lock:
            if not self.cancelled:
                self._callbacks.append(callback)
                return lambda: self._unsubscribe(callback)
        callback()
        return lambda: None

    def _unsubscribe(self, callback: Callable[[], None]) -> None:
        with self._lock:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

    def wait(self, seconds: float) -> bool:
        """Sleeps; true when it was cancelled meanwhile."""
        return self._event.wait(seconds)


class Limits:
    """How long one call may take, and what may end it before."""

    def __init__(self, timeout: float | None, cancel: CancelToken | None = None, *, idle: bool = False) -> None:
        """
        :param timeout: seconds; none for as long as it takes
        :param idle: the timeout counts from the last byte instead of from the start
        """
        self.cancel = cancel or CancelToken()
        self._timeout = timeout
        self._idle = idle
        self._start = time.monotonic()

    def remaining(self) -> float | None:
        """
        Seconds that are left.

        :raises CallCancelled: when it was cancelled
        :raises CallTimeout: when none are left
        """
        if self.cancel.cancelled:
            raise CallCancelled("The call was cancelled")
        if self._timeout is None:
            return None
        left = self._start + self._timeout - time.monotonic()
        if left <= 0:
            raise self.exceeded()
        return left

    def progressed(self) -> None:
        """A byte went or came."""
        if self._idle:
            self._start = time.monotonic()

    def exceeded(self) -> CallTimeout:
        silence = "was silent for" if self._idle else "took longer than"
        return CallTimeout(f"The call {silence} {self._timeout:g} s")

    def sleep(self, seconds: float) -> None:
        """
        Waits between two attempts.

        :raises CallTimeout: at once when less time is left
        """
        left = self.remaining()
        if left is not None and left < seconds:
            raise self.exceeded()
        if self.cancel.wait(seconds):
            raise CallCancelled("The call was cancelled")
        self.progressed()

    def wait_for(self, work: Future[T]) -> T:
        """
        What others wait for, too: it goes on when this call is over.

        :raises CallCancelled: when it was cancelled
        :raises CallTimeout: when no time is left
        """
        woken = threading.Event()
        work.add_done_callback(lambda _: woken.set())
        unsubscribe = self.cancel.subscribe(woken.set)
        try:
            woken.wait(self.remaining())
        finally:
            unsubscribe()
        if not work.done():
            self.remaining()
            raise self.exceeded()
        self.progressed()
        return work.result()
