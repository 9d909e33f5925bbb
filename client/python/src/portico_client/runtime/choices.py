"""Types that leave a choice ⇄ JSON."""

from __future__ import annotations

from typing import Any, Callable, Mapping, Optional, Sequence

from .codec import Codec, Mismatch
from .scalars import ANY
from .shapes import as_object
from .unknown import Unknown


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
        tag = (as_object(value) or {}).get(self._tag)
        branch = self._variants.get(tag) if isinstance(tag, (str, int, float, bool)) else None
        return branch.decode(value) if branch else Unknown(value)


class _Lazy(Codec):
    """Made when it is first used, so that types may refer to each other."""

    def __init__(self, make: Callable[[], Codec]) -> None:
        self._make = make
        self._made: Optional[Codec] = None

    def _codec(self) -> Codec:
        if self._made is None:
            self._made = self._make()
        return self._made

    def decode(self, value: Any) -> Any:
        return self._codec().decode(value)

    def encode(self, value: Any) -> Any:
        return self._codec().encode(value)

    def takes(self, value: Any) -> bool:
        return self._codec().takes(value)


def nullable(inner: Codec) -> Codec:
    return _Nullable(inner)


def union(*branches: Codec) -> Codec:
    return _Union(branches)


def tagged(tag: str, variants: Mapping[Any, Codec]) -> Codec:
    return _Tagged(tag, variants)


def lazy(make: Callable[[], Codec]) -> Codec:
    return _Lazy(make)
