"""Lists that come in pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Generic, Iterator, List, Optional, TypeVar

T = TypeVar("T")


@dataclass
class Page(Generic[T]):
    """One page; iterating it goes on through all that follow, asking for each when it is reached."""

    items: List[T]
    """Those of this page alone."""
    next_cursor: Optional[str]
    """Where the next page begins; none on the last."""
    extra: Dict[str, Any]
    """What else the server says of the list."""
    turn: Callable[[str], Page[T]] = field(repr=False, compare=False)

    def next_page(self) -> Optional[Page[T]]:
        return None if self.next_cursor is None else self.turn(self.next_cursor)

    def pages(self) -> Iterator[Page[T]]:
        """This page and all that follow."""
        page: Optional[Page[T]] = self
        while page is not None:
            yield page
            page = page.next_page()

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.items
