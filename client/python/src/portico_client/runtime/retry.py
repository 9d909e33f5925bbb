"""When a call is tried again, and how long it waits before."""

from __future__ import annotations

import random
import time
from email.utils import parsedate_to_datetime
from typing import Optional

from .failures import ApiError, ClientError, ConnectionFailed

retried_statuses = frozenset({408, 429, 502, 503, 504})
first_delay = 0.2
longest_delay = 10.0


def is_transient(failure: ClientError) -> bool:
    """Whether the same call may succeed in a moment."""
    if isinstance(failure, ConnectionFailed):
        return True
    if not isinstance(failure, ApiError):
        return False
    return failure.status in retried_statuses or failure.code == "idempotency_in_progress"


def delay(attempt: int, failure: ClientError) -> float:
    """
    Seconds before the next attempt: what the server asks for, or ever longer, at random, so that clients do not come
    back all at once.

    :param attempt: how many there were
    """
    asked = failure.retry_after if isinstance(failure, ApiError) else None
    grown = min(longest_delay, first_delay * 2.0 ** (attempt - 1))
    return asked + random.uniform(0, first_delay) if asked is not None else random.uniform(grown / 2, grown)


def parse_retry_after(value: Optional[str]) -> Optional[float]:
    """Seconds, or a date (RFC 9110, section 10.2.3)."""
    if value is None:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError):
        return None
