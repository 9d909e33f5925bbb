"""What may be said of a call beside its arguments."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable, Mapping, Optional

from .cancel import CancelToken, Limits

Progress = Callable[[int, Optional[int]], None]
"""Called with the bytes that went and how many there are in all, where that is known."""


@dataclass(frozen=True)
class Options:
    """How calls are made; a client has one set, ``with_options`` another."""

    base_url: str
    """Without a slash at its end."""
    timeout: Optional[float] = 30.0
    """Seconds: of the whole call with all attempts; of the longest silence of uploads, downloads and streams."""
    retries: int = 3
    """How often a call is tried again."""
    cancel: Optional[CancelToken] = None
    idempotency_key: Optional[str] = None
    """Used for the next call instead of a random one, so that a program that was restarted does not do a thing twice."""
    on_progress: Optional[Progress] = None
    headers: Mapping[str, str] = field(default_factory=lambda: {})

    def limits(self, *, idle: bool) -> Limits:
        return Limits(self.timeout, self.cancel, idle=idle)
