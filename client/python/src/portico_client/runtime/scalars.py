"""Values without parts ⇄ JSON."""

from __future__ import annotations

import re
from typing import Any

from .codec import Codec, Mismatch
from .instants import from_text, to_text

_integer = re.compile(r"-?\d{1,1000}", re.ASCII)


class _Scalar(Codec):
    def __init__(self, expected: str, *types: type) -> None:
        self._expected = expected
        self._types = types

    def decode(self, value: Any) -> Any:
        if not self.takes(value):
            raise Mismatch(self._expected)
        return value

    def encode(self, value: Any) -> Any:
        return value

    def takes(self, value: Any) -> bool:
        return isinstance(value, self._types) and (isinstance(value, bool) <= (bool in self._types))


class _Date(Codec):
    def decode(self, value: Any) -> Any:
        moment = from_text(value) if isinstance(value, str) else None
        if moment is None:
            raise Mismatch("a date-time")
        return moment

    def encode(self, value: Any) -> Any:
        return to_text(value)

    def takes(self, value: Any) -> bool:
        return hasattr(value, "tzinfo")


class _BigInt(Codec):
    def decode(self, value: Any) -> Any:
        if not isinstance(value, str) or not _integer.fullmatch(value):
            raise Mismatch("an integer as text")
        return int(value)

    def encode(self, value: Any) -> Any:
        return str(value)

    def takes(self, value: Any) -> bool:
        return isinstance(value, int) and not isinstance(value, bool)


ANY = Codec()
TEXT = _Scalar("text", str)
INTEGER = _Scalar("an integer", int, float)
NUMBER = _Scalar("a number", int, float)
BOOLEAN = _Scalar("true or false", bool)
NULL = _Scalar("null", type(None))
DATE = _Date()
BIGINT = _BigInt()
