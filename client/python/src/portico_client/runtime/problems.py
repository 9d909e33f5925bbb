"""An answer that is no success → the exception for it."""

from __future__ import annotations

import json
from typing import Any, Mapping, Type

from .exchange import Answer
from .failures import ApiError, ClientError
from .retry import parse_retry_after
from .shapes import as_object, as_text

ErrorTypes = Mapping[str, Type[ApiError]]
"""Exceptions by the problem's code."""


def read_problem(answer: Answer, types: ErrorTypes) -> ApiError:
    """What something between client and server answers is an error without a code."""
    problem: Any = None
    try:
        problem = json.loads(answer.read())
    except (ValueError, ClientError):
        pass
    known = as_object(problem)
    said = known if known and "code" in known else {"title": answer.reason}
    return to_error(answer.status, said, types, parse_retry_after(answer.header("retry-after")))


def to_error(
    status: int, problem: Mapping[str, Any], types: ErrorTypes, retry_after: float | None = None
) -> ApiError:
    return types.get(as_text(problem.get("code")), ApiError)(status, problem, retry_after)
