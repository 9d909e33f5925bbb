"""A variant of a union that is newer than this client."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Unknown:
    """Kept as it came, and sent back as it came."""

    json: Any

    def to_json(self) -> Any:
        return self.json
