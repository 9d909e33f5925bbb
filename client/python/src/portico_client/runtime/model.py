"""What every generated model is: a dataclass that keeps the fields it does not know."""

from __future__ import annotations

from dataclasses import Field, fields
from typing import Any, Callable, ClassVar, Dict, Mapping, Optional, Tuple, Type, TypeVar, cast

from .codec import Codec, Mismatch, decode_part
from .scalars import ANY
from .shapes import as_object
from .unset import UNSET

Fields = Mapping[str, Tuple[str, Codec]]
"""Attribute → its name on the wire, and its type."""

M = TypeVar("M", bound="Model")


class Model:
    """
    A named object of the API.

    ``extra`` holds what the server sent and this client does not know; it is sent back unchanged.
    """

    __codec__: ClassVar[ModelCodec]
    extra: Dict[str, Any]

    @classmethod
    def from_json(cls: Type[M], value: Any) -> M:
        """:raises ValueError: for JSON that does not fit"""
        return cls.__codec__.decode(value)

    def to_json(self) -> Dict[str, Any]:
        """As it crosses the wire: plain values under the API's own names."""
        return self.__codec__.encode(self)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __repr__(self) -> str:
        present = ((name, value) for name, value in vars(self).items() if value is not UNSET)
        shown = (f"{name}={value!r}" for name, value in present if name != "extra" or value)
        return f"{type(self).__name__}({', '.join(shown)})"


class ModelCodec(Codec):
    """JSON object ⇄ model."""

    def __init__(self, describe: Callable[[], Fields], *, extra: Optional[Callable[[], Codec]] = None) -> None:
        """
        :param describe: called once, when all models are there
        :param extra: type of the fields without a name of their own
        """
        self._describe = describe
        self._extra = extra
        self._owner: Type[Model] = Model
        self._fields: Optional[Dict[str, Tuple[str, Codec, bool]]] = None

    def __set_name__(self, owner: Type[Model], name: str) -> None:
        self._owner = owner

    def _known(self) -> Dict[str, Tuple[str, Codec, bool]]:
        """Wire name → attribute, type, whether it may be absent."""
        if self._fields is None:
            optional = {field.name for field in _fields(self._owner) if field.default is UNSET}
            described = self._describe().items()
            self._fields = {wire: (name, codec, name in optional) for name, (wire, codec) in described}
        return self._fields

    def _extra_codec(self) -> Codec:
        return self._extra() if self._extra else ANY

    def decode(self, value: Any) -> Any:
        given = as_object(value)
        if given is None:
            raise Mismatch("an object")
        items = dict(given)
        known: Dict[str, Any] = {}
        for wire, (name, codec, optional) in self._known().items():
            if wire in items:
                known[name] = decode_part(wire, codec, items.pop(wire))
            elif not optional:
                raise Mismatch("there", f"/{wire}")
        extra = self._extra_codec()
        return cast("Callable[..., Any]", self._owner)(**known, extra={key: decode_part(key, extra, item) for key, item in items.items()})

    def encode(self, value: Any) -> Any:
        present = ((wire, codec, getattr(value, name)) for wire, (name, codec, _) in self._known().items())
        extra = self._extra_codec()
        return {
            **{wire: codec.encode(item) for wire, codec, item in present if item is not UNSET},
            **{key: extra.encode(item) for key, item in value.extra.items()},
        }

    def takes(self, value: Any) -> bool:
        return isinstance(value, self._owner)


def _fields(owner: Any) -> Tuple[Field[Any], ...]:
    return fields(owner)

