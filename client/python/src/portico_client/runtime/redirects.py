"""Follows redirects, and keeps credentials from anybody else."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable
from urllib.parse import urljoin

from .exchange import Answer, Request
from .failures import UnexpectedAnswer

_followed = frozenset({301, 302, 303, 307, 308})
_secret = frozenset({"authorization", "cookie"})
_most = 5


def follow(request: Request, send: Callable[[Request], Answer]) -> Answer:
    """
    Sends a request that changes nothing wherever the server points.

    :raises UnexpectedAnswer: for a circle, or a way from https: to http:
    """
    for _ in range(_most + 1):
        answer = send(request)
        location = answer.header("location")
        if answer.status not in _followed or location is None or request.method != "GET":
            return answer
        answer.close()
        request = _redirected(request, urljoin(request.url, location))
    raise UnexpectedAnswer(f"More than {_most} redirects, the last to {request.url}")


def _redirected(request: Request, url: str) -> Request:
    target = replace(request, url=url)
    if request.origin.scheme == "https" and target.origin.scheme != "https":
        raise UnexpectedAnswer(f"The server points from https: to {url}")
    if target.origin == request.origin:
        return target
    headers = {name: value for name, value in request.headers.items() if name.lower() not in _secret}
    return replace(target, headers=headers)
