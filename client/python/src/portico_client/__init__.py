"""A typed client of the API: ``Client`` waits for its answers, ``AsyncClient`` is awaited."""

from . import errors, models
from .errors import ApiError, CallCancelled, CallTimeout, ClientError, ConnectionFailed, FieldIssue, UnexpectedAnswer
from .generated.client import AsyncClient, Client
from .runtime.aio import AsyncDownload, AsyncPage, AsyncStream
from .runtime.cancel import CancelToken
from .runtime.download import Download
from .runtime.page import Page
from .runtime.stream import Stream
from .runtime.tokens import Tokens
from .runtime.unknown import Unknown
from .runtime.unset import UNSET, Unset
from .runtime.uploads import File, Upload
from .version import __version__

__all__ = [
    "UNSET",
    "ApiError",
    "AsyncClient",
    "AsyncDownload",
    "AsyncPage",
    "AsyncStream",
    "CallCancelled",
    "CallTimeout",
    "CancelToken",
    "Client",
    "ClientError",
    "ConnectionFailed",
    "Download",
    "FieldIssue",
    "File",
    "Page",
    "Stream",
    "Tokens",
    "UnexpectedAnswer",
    "Unknown",
    "Unset",
    "Upload",
    "__version__",
    "errors",
    "models",
]
