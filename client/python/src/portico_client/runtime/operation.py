"""How an operation is called: plain facts that the generator prints."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Mapping, NamedTuple, Optional, Tuple

from .codec import Codec
from .scalars import ANY
from .unset import UNSET

class Pages(NamedTuple):
    """Names of the fields that lead from page to page."""

    cursor: str
    items: str
    next: str


@dataclass(frozen=True)
class Operation:
    """One operation of the REST door."""

    id: str
    method: str
    path: str
    """With the names of its parameters: ``/posts/{id}``."""
    arguments: Callable[[], Mapping[str, Codec]] = field(default=lambda: {})
    """Types of the arguments, by their names on the wire."""
    rest: Callable[[], Codec] = field(default=lambda: ANY)
    """Type of the arguments without a name of their own."""
    params: Tuple[str, ...] = ()
    """Names of what stands in the path."""
    body: str = "none"
    """``none`` (the others go into the query), ``json``, ``optional`` (JSON, where there is any) or ``form``."""
    output: Callable[[], Codec] = field(default=lambda: ANY)
    answer: str = "json"
    """``json``, ``none``, ``text``, ``redirect``, ``file`` or ``stream``."""
    accept: str = "application/json"
    repeatable: bool = False
    """It changes nothing, or travels under an idempotency key."""
    idempotent: bool = False
    resumable: bool = False
    pages: Optional[Pages] = None
    """Present where it answers pages; ``output`` is the list's type then."""

    def encode(self, given: Mapping[str, Any]) -> Dict[str, Any]:
        """What is given, as JSON."""
        known, rest = self.arguments(), self.rest()
        return {name: known.get(name, rest).encode(value) for name, value in given.items() if value is not UNSET}


@dataclass(frozen=True)
class TokenOperations:
    """The operations that make, renew and end an access token."""

    create: Optional[str] = None
    refresh: Optional[Operation] = None
    revoke: Optional[Operation] = None
