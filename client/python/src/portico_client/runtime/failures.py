"""Everything that a call may raise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping, Sequence


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
        self.code = _text(problem, "code")
        """Kept also where it is newer than this client; empty where something else than the server answered."""
        self.title = _text(problem, "title")
        self.detail = _text(problem, "detail")
        self.instance = _text(problem, "instance")
        self.request_id = _text(problem, "requestId")
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


def _text(problem: Mapping[str, Any], key: str) -> str:
    value = problem.get(key)
    return value if isinstance(value, str) else ""


def _issues(value: Any) -> list[FieldIssue]:
    if not isinstance(value, list):
        return []
    entries: list[Any] = value
    found = [entry for entry in entries if isinstance(entry, dict)]
    return [FieldIssue(_text(entry, "pointer"), _text(entry, "detail"), _text(entry, "code")) for entry in found]
