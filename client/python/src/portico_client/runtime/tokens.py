"""Access tokens: kept, sent, and renewed once for all that wait."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, Callable, Optional


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
        self._renewing = threading.Lock()

    @property
    def current(self) -> Optional[Tokens]:
        return self._tokens

    def keep(self, tokens: Optional[Tokens]) -> None:
        self._tokens = tokens
        if self._on_change:
            self._on_change(tokens)

    def renew(self, refused: Tokens, refresh: Callable[[str], Optional[Tokens]]) -> Optional[Tokens]:
        """
        Replaces tokens that do not work any more. Of many threads one asks; the others wait and take what it got.

        :param refresh: asks the server; none when it says that the caller has to sign in again
        """
        with self._renewing:
            if self._tokens is not refused or refused.refresh_token is None:
                return self._tokens if self._tokens is not refused else None
            renewed = refresh(refused.refresh_token)
            self.keep(renewed)
            return renewed
