"""Everything that a call may raise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping, Sequence

from .shapes import as_list, as_object, as_text


class ClientError(Exception):
    """The base of everything that a client raises."""


class ConnectionFailed(ClientError):
    """The server could not be reached, or the connection broke; the call may or may not have arrived."""


class CallTimeout(ClientError, TimeoutError):
    """The call took longer than its timeout."""


class CallCancelled(ClientError):
    """The call's token was cancelled."""


class UnexpectedAnswer(ClientError):
    """The server answered what its description does not allow."""


@dataclass(frozen=True)
class FieldIssue:
    """What is wrong with one field of the input."""

    pointer: str
    """Where in the input, as a JSON Pointer (RFC 6901); empty for the whole."""
    detail: str
    """One sentence for a person."""
    code: str
    """A stable key for a program."""


class ApiError(ClientError):
    """The server answered with a problem (RFC 9457). Codes that this client does not know stay ``ApiError``."""

    def __init__(self, status: int, problem: Mapping[str, Any], retry_after: float | None = None) -> None:
        self.status = status
        self.problem = problem
        """The whole problem, with fields that this client does not know."""
        self.code = as_text(problem.get("code"))
        """Kept also where it is newer than this client; empty where something else than the server answered."""
        self.title = as_text(problem.get("title"))
        self.detail = as_text(problem.get("detail"))
        self.instance = as_text(problem.get("instance"))
        self.request_id = as_text(problem.get("requestId"))
        """Under this id the server's log has the request."""
        self.retry_after = retry_after
        """Seconds after which the server asks to be tried again."""
        self.errors: Sequence[FieldIssue] = _issues(problem.get("errors"))
        super().__init__(self._sentence())

    def _sentence(self) -> str:
        said = self.detail or self.title or "the server answered no problem"
        fields = "".join(f"; {issue.pointer or 'input'}: {issue.detail}" for issue in self.errors)
        request = f" (request {self.request_id})" if self.request_id else ""
        return f"{self.status} {self.code}".rstrip() + f": {said}{fields}{request}"


def _issues(value: Any) -> list[FieldIssue]:
    entries = [entry for entry in map(as_object, as_list(value) or []) if entry is not None]
    return [FieldIssue(*(as_text(entry.get(key)) for key in ("pointer", "detail", "code"))) for entry in entries]
