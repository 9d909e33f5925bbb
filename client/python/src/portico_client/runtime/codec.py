"""Values ⇄ JSON: how each type of an API crosses the wire."""

from __future__ import annotations

import re
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

from .instants import from_text, to_text
from .unknown import Unknown


_integer = re.compile(r"-?\d{1,1000}", re.ASCII)


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


class _Scalar(Codec):
    def __init__(self, expected: str, *types: type) -> None:
        self._expected = expected
        self._types = types

    def decode(self, value: Any) -> Any:
        if not self.takes(value):
            raise Mismatch(self._expected)
        return value

    def takes(self, value: Any) -> bool:
        return isinstance(value, self._types) and (isinstance(value, bool) <= (bool in self._types))


class _Literal(Codec):
    """Open: a value that is newer than this client stays what it is, if only its type is known."""

    def __init__(self, values: Sequence[Any]) -> None:
        self._values = values
        self._types = {type(value) for value in values}

    def decode(self, value: Any) -> Any:
        if type(value) not in self._types:
            raise Mismatch(f"one of {', '.join(map(repr, self._values))}")
        return value

    def takes(self, value: Any) -> bool:
        return any(type(value) is type(known) and value == known for known in self._values)


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


class _List(Codec):
    def __init__(self, item: Codec, make: Callable[[List[Any]], Any]) -> None:
        self._item = item
        self._make = make

    def decode(self, value: Any) -> Any:
        return self._make([_within(index, self._item, item) for index, item in enumerate(_list(value))])

    def encode(self, value: Any) -> Any:
        return [self._item.encode(item) for item in value]

    def takes(self, value: Any) -> bool:
        return isinstance(value, (list, tuple, set, frozenset)) and all(self._item.takes(item) for item in _any(value))


class _Tuple(Codec):
    def __init__(self, items: Sequence[Codec], rest: Optional[Codec], required: int) -> None:
        self._items = items
        self._rest = rest
        self._required = required

    def _codec(self, index: int) -> Codec:
        return self._items[index] if index < len(self._items) else self._rest or ANY

    def decode(self, value: Any) -> Any:
        items = _list(value)
        if len(items) < self._required:
            raise Mismatch(f"a list of at least {self._required} items")
        return tuple(_within(index, self._codec(index), item) for index, item in enumerate(items))

    def encode(self, value: Any) -> Any:
        return [self._codec(index).encode(item) for index, item in enumerate(value)]

    def takes(self, value: Any) -> bool:
        return isinstance(value, (list, tuple)) and all(
            self._codec(index).takes(item) for index, item in enumerate(_any(value))
        )


class _Record(Codec):
    def __init__(self, item: Codec) -> None:
        self._item = item

    def decode(self, value: Any) -> Any:
        return {key: _within(key, self._item, item) for key, item in _object(value).items()}

    def encode(self, value: Any) -> Any:
        return {str(key): self._item.encode(item) for key, item in value.items()}

    def takes(self, value: Any) -> bool:
        return isinstance(value, dict) and all(self._item.takes(item) for item in _any(value).values())


class _Map(Codec):
    """A list of pairs."""

    def __init__(self, key: Codec, item: Codec) -> None:
        self._pairs = _List(_Tuple((key, item), None, 2), dict)

    def decode(self, value: Any) -> Any:
        return self._pairs.decode(value)

    def encode(self, value: Any) -> Any:
        return self._pairs.encode(value.items())

    def takes(self, value: Any) -> bool:
        return isinstance(value, dict) and self._pairs.takes(list(_any(value).items()))


class _Nullable(Codec):
    def __init__(self, inner: Codec) -> None:
        self._inner = inner

    def decode(self, value: Any) -> Any:
        return None if value is None else self._inner.decode(value)

    def encode(self, value: Any) -> Any:
        return None if value is None else self._inner.encode(value)

    def takes(self, value: Any) -> bool:
        return value is None or self._inner.takes(value)


class _Union(Codec):
    """The first branch that fits; none: a variant that is newer than this client."""

    def __init__(self, branches: Sequence[Codec]) -> None:
        self._branches = branches

    def decode(self, value: Any) -> Any:
        for branch in self._branches:
            try:
                return branch.decode(value)
            except Mismatch:
                continue
        return Unknown(value)

    def encode(self, value: Any) -> Any:
        if isinstance(value, Unknown):
            return value.json
        fitting = (branch for branch in self._branches if branch.takes(value))
        return next(fitting, ANY).encode(value)

    def takes(self, value: Any) -> bool:
        return isinstance(value, Unknown) or any(branch.takes(value) for branch in self._branches)


class _Tagged(_Union):
    """The branch that a property names."""

    def __init__(self, tag: str, variants: Mapping[Any, Codec]) -> None:
        super().__init__(tuple({id(codec): codec for codec in variants.values()}.values()))
        self._tag = tag
        self._variants = variants

    def decode(self, value: Any) -> Any:
        tag = _object(value).get(self._tag)
        branch = self._variants.get(tag) if isinstance(tag, (str, int, float, bool)) else None
        return branch.decode(value) if branch else Unknown(value)


def _within(key: object, codec: Codec, value: Any) -> Any:
    try:
        return codec.decode(value)
    except Mismatch as mismatch:
        raise mismatch.under(key) from None


def _list(value: Any) -> List[Any]:
    if not isinstance(value, list):
        raise Mismatch("a list")
    return _any(value)


def _object(value: Any) -> Dict[str, Any]:
    if not isinstance(value, dict):
        raise Mismatch("an object")
    return _any(value)


def _any(value: Any) -> Any:
    """Forgets what a check said of the parts: nothing."""
    return value


ANY = Codec()
TEXT = _Scalar("text", str)
INTEGER = _Scalar("an integer", int, float)
NUMBER = _Scalar("a number", int, float)
BOOLEAN = _Scalar("true or false", bool)
NULL = _Scalar("null", type(None))
DATE = _Date()
BIGINT = _BigInt()


def literal(*values: Any) -> Codec:
    return _Literal(values)


def list_of(item: Codec) -> Codec:
    return _List(item, list)


def set_of(item: Codec) -> Codec:
    return _List(item, set)


def tuple_of(*items: Codec, rest: Optional[Codec] = None, required: Optional[int] = None) -> Codec:
    return _Tuple(items, rest, len(items) if required is None else required)


def record_of(item: Codec) -> Codec:
    return _Record(item)


def map_of(key: Codec, item: Codec) -> Codec:
    return _Map(key, item)


def nullable(inner: Codec) -> Codec:
    return _Nullable(inner)


def union(*branches: Codec) -> Codec:
    return _Union(branches)


def tagged(tag: str, variants: Mapping[Any, Codec]) -> Codec:
    return _Tagged(tag, variants)
