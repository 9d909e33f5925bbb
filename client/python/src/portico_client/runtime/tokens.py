"""Access tokens: kept, sent, and renewed once for all that wait."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, Callable, Optional

from .background import in_background
from .cancel import Limits


@dataclass(frozen=True)
class Tokens:
    """Who the caller is. Keep them as you would keep a password."""

    access_token: str
    refresh_token: Optional[str] = None
    expires_at: Optional[datetime] = None
    """When the access token ends; where it is unknown, the server's refusal tells."""

    @classmethod
    def from_json(cls, answer: Any) -> Tokens:
        """Reads the answer of the operation that makes tokens."""
        seconds = answer.get("expiresIn")
        now = datetime.now(timezone.utc)
        return cls(
            access_token=answer["accessToken"],
            refresh_token=answer.get("refreshToken"),
            expires_at=now + timedelta(seconds=seconds) if isinstance(seconds, (int, float)) else None,
        )

    def is_expired(self) -> bool:
        """A little early, since the call still has to arrive."""
        margin = timedelta(seconds=5)
        return self.expires_at is not None and datetime.now(timezone.utc) + margin > self.expires_at


class TokenKeeper:
    """The tokens that all threads of one client share."""

    def __init__(self, tokens: Optional[Tokens], on_change: Optional[Callable[[Optional[Tokens]], None]]) -> None:
        self._tokens = tokens
        self._on_change = on_change
        self._lock = threading.Lock()
        self._renewal: Optional[Future[Optional[Tokens]]] = None

    @property
    def current(self) -> Optional[Tokens]:
        return self._tokens

    def keep(self, tokens: Optional[Tokens]) -> None:
        self._tokens = tokens
        if self._on_change:
            self._on_change(tokens)

    def renew(
        self, refused: Tokens, refresh: Callable[[str], Optional[Tokens]], limits: Limits
    ) -> Optional[Tokens]:
        """
        Replaces tokens that do not work any more. Of many threads one asks; the others wait and take what it got, or
        fail as it did. Whoever leaves before does not end it: the refresh token may be used up already.

        :param refresh: asks the server; none when it says that the caller has to sign in again
        :param limits: of the call that waits
        """
        with self._lock:
            token = refused.refresh_token
            if self._tokens is not refused or token is None:
                return self._tokens if self._tokens is not refused else None
            running = self._renewal
            renewal: Future[Optional[Tokens]] = running or Future()
            self._renewal = renewal
        if running:
            return limits.wait_for(running)
        asked = in_background(lambda: refresh(token))
        try:
            limits.wait_for(asked)
        finally:
            # Here where it is done, in its own thread where this one does not wait for it.
            asked.add_done_callback(lambda _: self._settle(renewal, refused, asked))
        return renewal.result()

    def _settle(
        self, renewal: Future[Optional[Tokens]], refused: Tokens, asked: Future[Optional[Tokens]]
    ) -> None:
        failure: Optional[BaseException] = asked.exception()
        try:
            # Nobody is signed in again who signed out meanwhile.
            if failure is None and self._tokens is refused:
                self.keep(asked.result())
        except BaseException as error:
            failure = error
        with self._lock:
            self._renewal = None
        renewal.set_exception(failure) if failure else renewal.set_result(self._tokens)
