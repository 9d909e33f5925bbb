"""What every generated client can do beside its operations."""

from __future__ import annotations

import ssl
from typing import Any, Callable, ClassVar, Dict, Generic, Mapping, Optional, TypeVar, Union

from .aio import AsyncCaller
from .caller import Caller
from .cancel import CancelToken
from .closing import AsyncClosing, Closing
from .operation import TokenOperations
from .options import Options, Progress
from .pool import Pool
from .problems import ErrorTypes
from .tokens import TokenKeeper, Tokens
from .unset import UNSET, Unset

K = TypeVar("K", Caller, AsyncCaller)
C = TypeVar("C", bound="Configured[Any]")


class Configured(Generic[K]):
    """What both clients have: a caller and its options."""

    base_path: ClassVar[str] = ""
    default_server: ClassVar[str] = ""
    error_types: ClassVar[ErrorTypes] = {}
    token_operations: ClassVar[TokenOperations] = TokenOperations()
    _caller: K

    def __init__(
        self,
        server: str = "",
        *,
        tokens: Optional[Tokens] = None,
        on_tokens: Optional[Callable[[Optional[Tokens]], None]] = None,
        timeout: Optional[float] = 30.0,
        retries: int = 3,
        headers: Optional[Mapping[str, str]] = None,
        tls: Optional[ssl.SSLContext] = None,
    ) -> None:
        """
        :param server: the server's address, such as ``https://api.example.com``; it may be left out where the API's
            description names one
        :param tokens: those of an earlier program
        :param on_tokens: called with every new pair, and with none when the caller is signed out; keep it for the next
            program
        :param timeout: seconds; see :meth:`with_options`
        :param retries: how often a call is tried again where that is safe
        :param headers: sent with every call
        :param tls: certificates to trust, and the like
        """
        address = (server or self.default_server).rstrip("/")
        if not address:
            raise ValueError(f'Say which server: {type(self).__name__}("https://api.example.com")')
        options = Options(address + self.base_path, timeout, retries, headers=dict(headers or {}))
        keeper = TokenKeeper(tokens, on_tokens)
        self._begin(Caller(options, Pool(tls), keeper, self.error_types, self.token_operations))

    def _begin(self, caller: Caller) -> None:
        """Keeps what makes the calls."""
        raise NotImplementedError

    def _sync(self) -> Caller:
        raise NotImplementedError

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
            "headers": UNSET if headers is UNSET else {**self._sync().options.headers, **headers},
        }
        clone = object.__new__(type(self))
        given = {name: value for name, value in changes.items() if value is not UNSET}
        clone._begin(self._sync().with_options(**given))
        return clone

    @property
    def credentials(self) -> Optional[Tokens]:
        """The tokens in use; none when signed out."""
        return self._sync().keeper.current


class BaseClient(Configured[Caller], Closing):
    """A client whose calls wait for their answer."""

    def _begin(self, caller: Caller) -> None:
        self._caller = caller

    def _sync(self) -> Caller:
        return self._caller

    def sign_out(self) -> None:
        """Ends the tokens at the server, and forgets them."""
        self._caller.sign_out()

    def close(self) -> None:
        """Closes the connections that are kept open."""
        self._caller.pool.close()


class AsyncBaseClient(Configured[AsyncCaller], AsyncClosing):
    """A client whose calls are awaited."""

    def _begin(self, caller: Caller) -> None:
        self._caller = AsyncCaller(caller)

    def _sync(self) -> Caller:
        return self._caller.caller

    async def sign_out(self) -> None:
        """Ends the tokens at the server, and forgets them."""
        await self._caller.sign_out()

    async def close(self) -> None:
        """Closes the connections that are kept open."""
        self._sync().pool.close()
