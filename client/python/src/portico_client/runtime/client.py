"""What every generated client can do beside its operations."""

from __future__ import annotations

import ssl
from types import TracebackType
from typing import Any, Callable, ClassVar, Dict, Mapping, Optional, Type, TypeVar, Union

from .caller import Caller
from .cancel import CancelToken
from .operation import TokenOperations
from .options import Options, Progress
from .pool import Pool
from .problems import ErrorTypes
from .tokens import TokenKeeper, Tokens
from .unset import UNSET, Unset

C = TypeVar("C", bound="BaseClient")


class BaseClient:
    """Any number of threads may use one client; it keeps connections and tokens for all of them."""

    base_path: ClassVar[str] = ""
    error_types: ClassVar[ErrorTypes] = {}
    token_operations: ClassVar[TokenOperations] = TokenOperations()

    def __init__(
        self,
        server: str,
        *,
        tokens: Optional[Tokens] = None,
        on_tokens: Optional[Callable[[Optional[Tokens]], None]] = None,
        timeout: Optional[float] = 30.0,
        retries: int = 3,
        headers: Optional[Mapping[str, str]] = None,
        tls: Optional[ssl.SSLContext] = None,
    ) -> None:
        """
        :param server: the server's address, such as ``https://api.example.com``
        :param tokens: those of an earlier program
        :param on_tokens: called with every new pair, and with none when the caller is signed out; keep it for the next
            program
        :param timeout: seconds; see :meth:`with_options`
        :param retries: how often a call is tried again where that is safe
        :param headers: sent with every call
        :param tls: certificates to trust, and the like
        """
        options = Options(server.rstrip("/") + self.base_path, timeout, retries, headers=dict(headers or {}))
        keeper = TokenKeeper(tokens, on_tokens)
        self._caller = Caller(options, Pool(tls), keeper, self.error_types, self.token_operations)

    def with_options(
        self: C,
        *,
        timeout: Union[float, None, Unset] = UNSET,
        retries: Union[int, Unset] = UNSET,
        cancel: Union[CancelToken, None, Unset] = UNSET,
        idempotency_key: Union[str, None, Unset] = UNSET,
        on_progress: Union[Progress, None, Unset] = UNSET,
        headers: Union[Mapping[str, str], Unset] = UNSET,
    ) -> C:
        """
        The same client, connections and tokens, with calls made in another way.

        :param timeout: seconds: of the whole call with all attempts; of the longest silence of uploads, downloads and
            streams; none for as long as it takes
        :param retries: how often a call is tried again where that is safe
        :param cancel: ends the call from another thread
        :param idempotency_key: for one call, instead of a random one: a program that starts again can repeat it
        :param on_progress: called with the bytes that went and all there are, of uploads and downloads
        :param headers: sent beside the client's own
        """
        changes: Dict[str, Any] = {
            "timeout": timeout,
            "retries": retries,
            "cancel": cancel,
            "idempotency_key": idempotency_key,
            "on_progress": on_progress,
            "headers": UNSET if headers is UNSET else {**self._caller.options.headers, **headers},
        }
        clone = object.__new__(type(self))
        given = {name: value for name, value in changes.items() if value is not UNSET}
        clone._caller = self._caller.with_options(**given)
        return clone

    @property
    def credentials(self) -> Optional[Tokens]:
        """The tokens in use; none when signed out."""
        return self._caller.keeper.current

    def close(self) -> None:
        """Closes the connections that are kept open."""
        self._caller.pool.close()

    def __enter__(self: C) -> C:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()
