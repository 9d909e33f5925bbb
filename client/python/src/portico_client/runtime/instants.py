"""Moments ⇄ RFC 3339 with milliseconds."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import Optional

_pattern = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,6})\d*)?(?:[Zz]|([+-])(\d\d):(\d\d))",
    re.ASCII,
)


def from_text(text: str) -> Optional[datetime]:
    """None for what is no moment; the offset is kept."""
    match = _pattern.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction, sign, hours, minutes = match.groups()
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0)) * (-1 if sign == "-" else 1)
    micros = int((fraction or "").ljust(6, "0"))
    try:
        zone = timezone(offset) if offset else timezone.utc
        return datetime(int(year), int(month), int(day), int(hour), int(minute), int(second), micros, zone)
    except ValueError:
        return None


def to_text(moment: datetime) -> str:
    """
    In UTC, cut to milliseconds.

    :raises ValueError: for a moment without a time zone: it could mean anything
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment!r} has no time zone: write datetime(…, tzinfo=timezone.utc)")
    return moment.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
