"""JSON → the flat fields of queries and forms."""

from __future__ import annotations

import json
from typing import Any, Iterator, List, Mapping, Tuple

from .shapes import as_list, as_object
from .uploads import is_file


def flatten(values: Mapping[str, Any]) -> Iterator[Tuple[str, Any]]:
    """
    Text and files under their names: lists repeat their name, nested objects name their keys (``price[amount]``), null
    and the empty list are the empty text.
    """
    for name, value in values.items():
        yield from _flatten(name, value)


def _flatten(name: str, value: Any) -> Iterator[Tuple[str, Any]]:
    entries, items = as_object(value), as_list(value)
    if entries is not None:
        for key, item in entries.items():
            yield from _flatten(f"{name}[{key}]", item)
    elif items is not None:
        yield from _flatten_list(name, items)
    else:
        yield name, value if is_file(value) else _text(value)


def _flatten_list(name: str, items: List[Any]) -> Iterator[Tuple[str, Any]]:
    """Items with parts are numbered, so that the parts of one stay together."""
    if not items:
        yield name, ""
    numbered = any(isinstance(item, (dict, list)) for item in items)
    for index, item in enumerate(items):
        yield from _flatten(f"{name}[{index}]" if numbered else name, item)


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)
