"""Forms with files, written while they are sent."""

from __future__ import annotations

import secrets
from typing import Any, Iterator, List, Mapping, Optional, Tuple

from .exchange import Body
from .fields import flatten
from .uploads import PreparedUpload, is_file, to_upload

_Part = Tuple[bytes, Optional[PreparedUpload]]


def multipart_body(values: Mapping[str, Any]) -> Body:
    """``multipart/form-data`` (RFC 7578)."""
    boundary = secrets.token_hex(16)
    parts = [_part(boundary, name, value) for name, value in flatten(values)]
    end = f"--{boundary}--\r\n".encode()
    return Body(
        f"multipart/form-data; boundary={boundary}",
        lambda: _chunks(parts, end),
        size=_size(parts, end),
        is_repeatable=all(file is None or file.upload.is_repeatable() for _, file in parts),
    )


def _part(boundary: str, name: str, value: Any) -> _Part:
    head = f'--{boundary}\r\ncontent-disposition: form-data; name="{_quoted(name)}"'
    if not is_file(value):
        return f"{head}\r\n\r\n{value}\r\n".encode(), None
    upload = to_upload(value)
    file = f'; filename="{_quoted(upload.file_name())}"\r\ncontent-type: {upload.media_type()}\r\n\r\n'
    return (head + file).encode(), upload.prepared()


def _quoted(name: str) -> str:
    """As browsers write it. See https://html.spec.whatwg.org/multipage/form-control-infrastructure.html"""
    return name.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")


def _chunks(parts: List[_Part], end: bytes) -> Iterator[bytes]:
    for head, file in parts:
        yield head
        if file:
            yield from file.chunks()
            yield b"\r\n"
    yield end


def _size(parts: List[_Part], end: bytes) -> Optional[int]:
    sizes = [file.size for _, file in parts if file]
    known = [size for size in sizes if size is not None]
    if len(known) < len(sizes):
        return None
    return sum(len(head) for head, _ in parts) + sum(known) + 2 * len(known) + len(end)
