"""Files that a call sends."""

from __future__ import annotations

import io
import mimetypes
import os
from dataclasses import dataclass
from typing import Any, BinaryIO, Iterator, Optional, Union

from .failures import ClientError

Content = Union[bytes, "os.PathLike[str]", BinaryIO]

_chunk = 64 * 1024


@dataclass(frozen=True)
class Upload:
    """A file with the name and the type that the server is told."""

    content: Content
    """A path is read while it is sent, never held in memory; a stream is read from where it stands."""
    name: Optional[str] = None
    content_type: Optional[str] = None

    def file_name(self) -> str:
        path: Any = self.content if isinstance(self.content, os.PathLike) else getattr(self.content, "name", "")
        return self.name or (os.path.basename(str(path)) if not isinstance(path, int) else "") or "file"

    def media_type(self) -> str:
        return self.content_type or mimetypes.guess_type(self.file_name())[0] or "application/octet-stream"

    def is_repeatable(self) -> bool:
        return isinstance(self.content, (bytes, os.PathLike)) or self.content.seekable()

    def size(self) -> Optional[int]:
        """Bytes; none where only reading tells."""
        if isinstance(self.content, bytes):
            return len(self.content)
        if isinstance(self.content, os.PathLike):
            return os.stat(self.content).st_size
        if not self.content.seekable():
            return None
        position = self.content.tell()
        end = self.content.seek(0, io.SEEK_END)
        self.content.seek(position)
        return end - position

    def prepared(self) -> PreparedUpload:
        """Remembers where a stream stands now, so that every attempt begins there."""
        content = self.content
        start = content.tell() if not isinstance(content, (bytes, os.PathLike)) and content.seekable() else None
        return PreparedUpload(self, start, self.size())


@dataclass(frozen=True)
class PreparedUpload:
    upload: Upload
    start: Optional[int]
    size: Optional[int]
    """Bytes; none where only reading tells."""

    def chunks(self) -> Iterator[bytes]:
        """
        As many bytes as the request says there are: of a file that grows meanwhile, those that it had.

        :raises ClientError: for one that became shorter
        """
        sent = 0
        for piece in self._pieces():
            wanted = piece if self.size is None else piece[: self.size - sent]
            sent += len(wanted)
            yield wanted
            if sent == self.size:
                return
        if self.size:
            raise ClientError(f"{self.upload.file_name()} became shorter while it was sent")

    def _pieces(self) -> Iterator[bytes]:
        content = self.upload.content
        if isinstance(content, bytes):
            yield content
        elif isinstance(content, os.PathLike):
            with open(content, "rb") as file:
                yield from _read(file)
        else:
            if self.start is not None:
                content.seek(self.start)
            yield from _read(content)


def _read(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(_chunk):
        yield piece


File = Union[Upload, Content]
"""What a call takes for a file: its content, or an :class:`Upload` that also names it."""


def to_upload(value: Any) -> Upload:
    return value if isinstance(value, Upload) else Upload(value)


def is_file(value: Any) -> bool:
    return isinstance(value, (Upload, bytes, os.PathLike)) or hasattr(value, "read")
