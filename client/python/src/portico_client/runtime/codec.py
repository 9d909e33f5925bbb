"""Values ⇄ JSON: what every type of an API can do."""

from __future__ import annotations

from typing import Any


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
        return value

    def takes(self, value: Any) -> bool:
        """Whether a Python value is of this type: what a union chooses by."""
        del value
        return True


def decode_part(key: object, codec: Codec, value: Any) -> Any:
    """Decodes what stands under a key, so that a mismatch says where it is."""
    try:
        return codec.decode(value)
    except Mismatch as mismatch:
        raise mismatch.under(key) from None
