"""What parsed JSON is, said so that a type checker knows it too."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, cast


def as_object(value: Any) -> Optional[Dict[str, Any]]:
    return cast("Dict[str, Any]", value) if isinstance(value, dict) else None


def as_list(value: Any) -> Optional[List[Any]]:
    return cast("List[Any]", value) if isinstance(value, list) else None


def as_text(value: Any) -> str:
    """Empty for what is no text."""
    return value if isinstance(value, str) else ""
