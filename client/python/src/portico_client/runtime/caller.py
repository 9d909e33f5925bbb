"""Makes calls: builds the request, signs it, tries again where that is safe, and reads the answer."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, Callable, Mapping, Optional, TypeVar

from .cancel import CancelToken, Limits
from .codec import Codec, Mismatch
from .download import Download
from .exchange import Answer, Request, exchange
from .failures import ApiError, CallTimeout, ClientError, UnexpectedAnswer
from .operation import Operation, TokenOperations
from .options import Options
from .page import Page
from .pool import Pool
from .problems import ErrorTypes, read_problem, to_error
from .redirects import follow
from .requests import build_request
from .retry import delay, is_transient
from .shapes import as_object
from .stream import Stream
from .tokens import TokenKeeper, Tokens

T = TypeVar("T")


@dataclass(frozen=True)
class Caller:
    """One client's connections and tokens, and how it calls."""

    options: Options
    pool: Pool
    keeper: TokenKeeper
    error_types: ErrorTypes
    tokens: TokenOperations

    def with_options(self, **changes: Any) -> Caller:
        return replace(self, options=replace(self.options, **changes))

    def call(self, operation: Operation, given: Mapping[str, Any]) -> Any:
        """What the operation answers, whole."""
        limits = self.options.limits(idle=operation.body == "form")
        if operation.answer == "redirect":
            return self._attempts(operation, given, limits, _location)
        content = self._attempts(operation, given, limits, Answer.read)
        if operation.answer == "none":
            self._forget_tokens(operation)
            return None
        if operation.answer == "text":
            return content.decode("utf-8", "replace")
        value = _parse(operation, content)
        decoded = _decode(operation, operation.output(), value)
        if operation.id in self._open_operations():
            self.keeper.keep(Tokens.from_json(value))
        return decoded

    def page(self, operation: Operation, given: Mapping[str, Any]) -> Page[Any]:
        pages = operation.pages
        assert pages is not None
        limits = self.options.limits(idle=False)
        value = _parse(operation, self._attempts(operation, given, limits, Answer.read))
        body = as_object(value)
        if body is None:
            raise _misfit(operation, Mismatch("an object"))
        items = _decode(operation, operation.output(), body.pop(pages.items, None), f"/{pages.items}")
        cursor: Optional[str] = body.pop(pages.next, None)
        return Page(items, cursor, body, lambda cursor: self.page(operation, {**given, pages.cursor: cursor}))

    def download(self, operation: Operation, given: Mapping[str, Any]) -> Download:
        limits = self.options.limits(idle=True)
        return Download(self._attempts(operation, given, limits, _unread), self.options.on_progress)

    def stream(self, operation: Operation, given: Mapping[str, Any]) -> Stream[Any]:
        codec = operation.output()

        def connect(last_id: Optional[str], token: CancelToken) -> Answer:
            limits = Limits(self.options.timeout, token, idle=True)
            headers = {"Last-Event-ID": last_id} if last_id else {}
            return self._attempts(operation, given, limits, _unread, headers)

        return Stream(
            connect,
            lambda value: _decode(operation, codec, value),
            lambda problem: to_error(int(problem.get("status", 500)), problem, self.error_types),
            cancel=self.options.cancel,
            resumable=operation.resumable,
        )

    def _attempts(
        self,
        operation: Operation,
        given: Mapping[str, Any],
        limits: Limits,
        read: Callable[[Answer], T],
        headers: Optional[Mapping[str, str]] = None,
    ) -> T:
        """
        What is read of the first attempt that succeeds; all of them send one request, under one idempotency key.

        :raises ApiError: for what the last one was answered
        """
        request = build_request(operation, given, self.options)
        request = replace(request, headers={**request.headers, **(headers or {})})
        attempt = 1
        while True:
            try:
                return read(self._signed(operation, request, limits))
            except CallTimeout:
                raise
            except ClientError as failure:
                can_resend = request.body is None or request.body.is_repeatable
                if attempt > self.options.retries or not (operation.repeatable and can_resend and is_transient(failure)):
                    raise
                _wait(limits, delay(attempt, failure), failure)
                attempt += 1

    def _signed(self, operation: Operation, request: Request, limits: Limits) -> Answer:
        """One attempt, and another with new tokens where the server refuses the ones it came with."""
        tokens = None if operation.id in self._open_operations() else self.keeper.current
        if tokens and tokens.is_expired():
            tokens = self._renewed(tokens, limits) or tokens
        try:
            return self._once(operation, request, tokens, limits)
        except ApiError as error:
            can_resend = request.body is None or request.body.is_repeatable
            if error.status != 401 or tokens is None or not can_resend:
                raise
            renewed = self._renewed(tokens, limits)
            if renewed is None:
                raise
        return self._once(operation, request, renewed, limits)

    def _open_operations(self) -> set[Optional[str]]:
        return {self.tokens.create, self.tokens.refresh and self.tokens.refresh.id}

    def _once(self, operation: Operation, request: Request, tokens: Optional[Tokens], limits: Limits) -> Answer:
        if tokens:
            request = replace(
                request, headers={**request.headers, "Authorization": f"Bearer {tokens.access_token}"}
            )
        send: Callable[[Request], Answer] = lambda each: exchange(
            self.pool, each, limits, may_repeat=operation.repeatable
        )
        answer = send(request) if operation.answer == "redirect" else follow(request, send)
        is_redirect = operation.answer == "redirect" and 300 <= answer.status < 400
        if 200 <= answer.status < 300 or is_redirect:
            return answer
        raise read_problem(answer, self.error_types)

    def _renewed(self, refused: Tokens, limits: Limits) -> Optional[Tokens]:
        """The request has limits of its own: others may wait for the same tokens."""
        operation = self.tokens.refresh
        if operation is None:
            return None
        own = self.with_options(cancel=None, on_progress=None, idempotency_key=None, timeout=30.0)

        def refresh(refresh_token: str) -> Optional[Tokens]:
            try:
                limits = own.options.limits(idle=False)
                content = own._attempts(operation, {"refreshToken": refresh_token}, limits, Answer.read)
                return Tokens.from_json(_parse(operation, content))
            except ApiError as error:
                if error.status in (400, 401, 403, 422):
                    return None
                raise

        return self.keeper.renew(refused, refresh, limits)

    def _forget_tokens(self, operation: Operation) -> None:
        if self.tokens.revoke and operation.id == self.tokens.revoke.id:
            self.keeper.keep(None)

    def sign_out(self) -> None:
        """Ends the tokens at the server, and forgets them."""
        tokens, revoke = self.keeper.current, self.tokens.revoke
        if tokens and tokens.refresh_token and revoke:
            self.call(revoke, {"refreshToken": tokens.refresh_token})
        self.keeper.keep(None)


def _unread(answer: Answer) -> Answer:
    return answer


def _location(answer: Answer) -> Optional[str]:
    answer.close()
    return answer.header("location")


def _wait(limits: Limits, seconds: float, failure: ClientError) -> None:
    """Where less time is left than the server asks for, what it said is worth more than a timeout."""
    left = limits.remaining()
    if left is not None and left < seconds:
        raise failure
    limits.sleep(seconds)


def _parse(operation: Operation, content: bytes) -> Any:
    try:
        return json.loads(content)
    except ValueError as error:
        raise UnexpectedAnswer(f"{operation.id} answered what is no JSON: {error}") from error


def _decode(operation: Operation, codec: Codec, value: Any, at: str = "") -> Any:
    try:
        return codec.decode(value)
    except Mismatch as mismatch:
        raise _misfit(operation, Mismatch(mismatch.expected, at + mismatch.at)) from mismatch


def _misfit(operation: Operation, mismatch: Mismatch) -> UnexpectedAnswer:
    return UnexpectedAnswer(f"{operation.id} answered what does not fit: {mismatch}")
