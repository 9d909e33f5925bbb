"""Lists, tuples, sets, records and maps ⇄ JSON."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional, Sequence

from .codec import Codec, Mismatch, decode_part
from .scalars import ANY
from .shapes import as_list, as_object


class _List(Codec):
    def __init__(self, item: Codec, make: Callable[[List[Any]], Any]) -> None:
        self._item = item
        self._make = make

    def decode(self, value: Any) -> Any:
        return self._make([decode_part(index, self._item, item) for index, item in enumerate(_list(value))])

    def encode(self, value: Any) -> Any:
        return [self._item.encode(item) for item in value]

    def takes(self, value: Any) -> bool:
        items: Any = value
        return isinstance(value, (list, tuple, set, frozenset)) and all(self._item.takes(item) for item in items)


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
        return tuple(decode_part(index, self._codec(index), item) for index, item in enumerate(items))

    def encode(self, value: Any) -> Any:
        return [self._codec(index).encode(item) for index, item in enumerate(value)]

    def takes(self, value: Any) -> bool:
        items: Any = value
        return isinstance(value, (list, tuple)) and all(
            self._codec(index).takes(item) for index, item in enumerate(items)
        )


class _Record(Codec):
    def __init__(self, item: Codec) -> None:
        self._item = item

    def decode(self, value: Any) -> Any:
        return {key: decode_part(key, self._item, item) for key, item in _object(value).items()}

    def encode(self, value: Any) -> Any:
        return {str(key): self._item.encode(item) for key, item in value.items()}

    def takes(self, value: Any) -> bool:
        entries = as_object(value)
        return entries is not None and all(map(self._item.takes, entries.values()))


class _Map(Codec):
    """A list of pairs."""

    def __init__(self, key: Codec, item: Codec) -> None:
        self._pairs = _List(_Tuple((key, item), None, 2), dict)

    def decode(self, value: Any) -> Any:
        return self._pairs.decode(value)

    def encode(self, value: Any) -> Any:
        return self._pairs.encode(value.items())

    def takes(self, value: Any) -> bool:
        entries = as_object(value)
        return entries is not None and self._pairs.takes(list(entries.items()))


def _list(value: Any) -> List[Any]:
    items = as_list(value)
    if items is None:
        raise Mismatch("a list")
    return items


def _object(value: Any) -> Dict[str, Any]:
    items = as_object(value)
    if items is None:
        raise Mismatch("an object")
    return items


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
