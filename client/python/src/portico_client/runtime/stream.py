"""Items that come one by one, over as many connections as it takes."""

from __future__ import annotations

import json
import random
from typing import Any, Callable, Generator, Generic, Iterator, Optional, TypeVar

from .cancel import CancelToken, Limits
from .closing import Closing
from .exchange import Answer
from .events import parse_events
from .failures import CallCancelled, CallTimeout, ClientError, ConnectionFailed
from .retry import first_delay, is_transient

T = TypeVar("T")
S = TypeVar("S", bound="Stream[Any]")

longest_delay = 30.0
"""Seconds between two connections, where the server does not ask for more."""

Connect = Callable[[Optional[str], CancelToken], Answer]
"""Opens the stream after the event with this id."""


class Stream(Closing, Generic[T], Iterator[T]):
    """
    Iterating it waits for each item. A connection that breaks is made again where the server can go on after the last
    item. Leave it as a context, or close it from any thread.
    """

    def __init__(
        self,
        connect: Connect,
        read: Callable[[Any], T],
        fail: Callable[[Any], Exception],
        *,
        cancel: Optional[CancelToken],
        resumable: bool,
    ) -> None:
        self._connect = connect
        self._read = read
        self._fail = fail
        self._resumable = resumable
        self._token = CancelToken()
        self._closed = False
        self._forget = cancel.subscribe(self._token.cancel) if cancel else lambda: None
        self._last_id: Optional[str] = None
        self._delay = 2.0
        self._failures = 0
        try:
            self._items = self._iterate(self._open())
        except BaseException:
            self._forget()
            raise

    def _open(self) -> Answer:
        return self._connect(self._last_id, self._token)

    def _iterate(self, answer: Answer) -> Generator[T, None, None]:
        while True:
            try:
                for event in parse_events(answer.chunks()):
                    self._delay = self._delay if event.retry is None else event.retry / 1000
                    self._last_id = event.id or self._last_id
                    if event.type == "end":
                        return
                    if event.type == "error":
                        raise self._fail(json.loads(event.data))
                    if event.data:
                        self._failures = 0
                        yield self._read(json.loads(event.data))
                raise ConnectionFailed("The stream broke off before its end")
            except (ConnectionFailed, CallTimeout):
                if not self._resumable:
                    raise
            finally:
                answer.close()
            answer = self._reopen()

    def _reopen(self) -> Answer:
        """A server that restarts is away for a while, and one that hangs up at once is asked ever less often."""
        while True:
            grown = min(longest_delay, first_delay * 2.0 ** min(self._failures, 10)) if self._failures else 0.0
            pause = max(self._delay, grown)
            self._failures += 1
            Limits(None, self._token).sleep(random.uniform(pause / 2, pause))
            try:
                return self._open()
            except ClientError as failure:
                if not (isinstance(failure, CallTimeout) or is_transient(failure)):
                    raise

    def __next__(self) -> T:
        try:
            return next(self._items)
        except CallCancelled:
            if self._closed:
                raise StopIteration from None
            raise

    def __iter__(self: S) -> S:
        return self

    @property
    def last_event_id(self) -> Optional[str]:
        """Where another program can go on."""
        return self._last_id

    def close(self) -> None:
        """Leaves the stream; whoever waits for an item gets none."""
        self._closed = True
        self._forget()
        self._token.cancel()
        try:
            self._items.close()
        except ValueError:
            pass  # Another thread waits in it, and has just been woken.
