"""Values ⇄ JSON: what every type of an API can do."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .instants import to_text
from .shapes import as_object


class Mismatch(ValueError):
    """JSON that does not fit its type."""

    def __init__(self, expected: str, at: str = "") -> None:
        super().__init__(f"{at or 'the whole'} is not {expected}")
        self.expected = expected
        self.at = at

    def under(self, key: object) -> Mismatch:
        """The same, seen from one level above."""
        return Mismatch(self.expected, f"/{key}{self.at}")


class Codec:
    """Passes JSON through as it is; the base of all others."""

    def decode(self, value: Any) -> Any:
        """:raises Mismatch: for JSON of another type"""
        return value

    def encode(self, value: Any) -> Any:
        return plain(value)

    def takes(self, value: Any) -> bool:
        """Whether a Python value is of this type: what a union chooses by."""
        del value
        return True


def plain(value: Any) -> Any:
    """A value without a known type as JSON: models and moments in it are written as they are elsewhere."""
    to_json = getattr(value, "to_json", None)
    if callable(to_json):
        return to_json()
    if isinstance(value, datetime):
        return to_text(value)
    items: Any = value
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in items]
    entries = as_object(value)
    return value if entries is None else {key: plain(item) for key, item in entries.items()}


def decode_part(key: object, codec: Codec, value: Any) -> Any:
    """Decodes what stands under a key, so that a mismatch says where it is."""
    try:
        return codec.decode(value)
    except Mismatch as mismatch:
        raise mismatch.under(key) from None
