"""Arguments → request."""

from __future__ import annotations

import json
import platform
import re
import secrets
from typing import Any, Dict, Mapping, Optional
from urllib.parse import quote, urlencode

from ..version import __version__
from .exchange import Body, Request, json_body
from .fields import flatten
from .multipart import multipart_body
from .operation import Operation
from .options import Options

user_agent = (
    f"{__name__.partition('.')[0].replace('_', '-')}/{__version__} "
    f"(Python {platform.python_version()}; {platform.system() or 'unknown'})"
)


def build_request(operation: Operation, given: Mapping[str, Any], options: Options) -> Request:
    """The request of a call; all its attempts send the same."""
    values = operation.encode(given)
    path = _path(operation, values)
    rest = {name: value for name, value in values.items() if name not in operation.params}
    query = urlencode(list(flatten(rest))) if operation.body == "none" else ""
    return Request(
        operation.method,
        options.base_url + path + (f"?{query}" if query else ""),
        _headers(operation, options),
        _body(operation, rest),
        options.on_progress if operation.body == "form" else None,
    )


def _path(operation: Operation, values: Mapping[str, Any]) -> str:
    """
    :raises ValueError: for a parameter that cannot stand in a path
    """
    parts = re.split(r"\{([^}]*)\}", operation.path)
    return "".join(
        _segment(part, values.get(part)) if index % 2 else quote(part, safe="/~!$&'()*+,;=:@%")
        for index, part in enumerate(parts)
    )


def _segment(name: str, value: Any) -> str:
    written = value if isinstance(value, str) else json.dumps(value)
    if written in ("", ".", ".."):
        raise ValueError(f"{name} is {written!r}, which cannot stand in an address")
    return quote(written, safe="")


def _headers(operation: Operation, options: Options) -> Dict[str, str]:
    headers = {"Accept": operation.accept, "User-Agent": user_agent, **options.headers}
    if operation.idempotent:
        headers["Idempotency-Key"] = options.idempotency_key or secrets.token_urlsafe(24)
    return headers


def _body(operation: Operation, values: Mapping[str, Any]) -> Optional[Body]:
    if operation.body == "form":
        return multipart_body(values)
    if operation.body == "none" or (operation.body == "optional" and not values):
        return None
    return json_body(json.dumps(values, ensure_ascii=False, allow_nan=False, separators=(",", ":")))
