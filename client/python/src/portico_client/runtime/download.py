"""A file that comes piece by piece."""

from __future__ import annotations

import os
from email.message import Message
from typing import BinaryIO, Iterator, Optional, Union

from .closing import Closing
from .exchange import Answer
from .options import Progress


class Download(Closing):
    """
    A file whose bytes are read when they are asked for, once. Leave it as a context, or read it to its end, so that its
    connection is free again.
    """

    def __init__(self, answer: Answer, on_progress: Optional[Progress] = None) -> None:
        self._answer = answer
        self._on_progress = on_progress
        length = answer.header("content-length")
        self.size: Optional[int] = int(length) if length and length.isdigit() else None
        """Bytes; none where the server does not say."""
        self.content_type: str = answer.header("content-type") or "application/octet-stream"
        self.etag: Optional[str] = answer.header("etag")

    @property
    def name(self) -> Optional[str]:
        """What the server calls the file; never with a folder."""
        message = Message()
        message["content-disposition"] = self._answer.header("content-disposition") or ""
        name = message.get_filename()
        return os.path.basename(name.replace("\\", "/")) or None if name else None

    def chunks(self) -> Iterator[bytes]:
        """
        Pieces as they come.

        :raises ConnectionFailed: when the file ends before its length
        """
        received = 0
        for piece in self._answer.chunks():
            received += len(piece)
            if self._on_progress:
                self._on_progress(received, self.size)
            yield piece

    def read(self) -> bytes:
        """All of it, in memory."""
        return b"".join(self.chunks())

    def copy_to(self, file: BinaryIO) -> int:
        """Writes it to an open file; answers how many bytes."""
        return sum(file.write(piece) for piece in self.chunks())

    def save(self, path: Union[str, "os.PathLike[str]"]) -> int:
        """Writes it to a path, which holds the whole file or what it held before."""
        part = f"{os.fspath(path)}.part"
        try:
            with open(part, "wb") as file:
                size = self.copy_to(file)
            os.replace(part, path)
        except BaseException:
            if os.path.exists(part):
                os.remove(part)
            raise
        return size

    def close(self) -> None:
        self._answer.close()
