"""Bytes → server-sent events. See https://html.spec.whatwg.org/multipage/server-sent-events.html"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Iterable, Iterator, Optional

_line_end = re.compile(r"\r\n|\n|\r(?!\Z)")


@dataclass
class Event:
    """What stands between two empty lines."""

    type: str = ""
    data: str = ""
    id: Optional[str] = None
    retry: Optional[int] = None
    """Milliseconds before the next connection, should this one break."""

    def add(self, line: str) -> None:
        field, _, value = line.partition(":")
        value = value[1:] if value.startswith(" ") else value
        if field == "data":
            self.data += value + "\n"
        elif field == "event":
            self.type = value
        elif field == "id" and "\0" not in value:
            self.id = value
        elif field == "retry" and value.isascii() and value.isdigit():
            self.retry = int(value)


def parse_events(chunks: Iterable[bytes]) -> Iterator[Event]:
    """Complete events alone: one that is cut off has not been."""
    event = Event()
    for line in _lines(chunks):
        if line:
            event.add(line)
            continue
        event.data = event.data[:-1]
        yield event
        event = Event()


def _lines(chunks: Iterable[bytes]) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
    rest = ""
    for chunk in chunks:
        *lines, rest = _line_end.split(rest + decoder.decode(chunk))
        yield from lines
