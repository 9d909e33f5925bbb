"""The scenario of test/clients/README.md, by the Python client."""

from __future__ import annotations

import base64
import os
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Callable, Optional

from portico_client import ApiError, CallCancelled, CallTimeout, CancelToken, Client, Tokens, Unknown, Upload
from portico_client.errors import InvalidInput, NotFound
from portico_client.models import CommentCreated, CommentsReset, Post

origin = os.environ["PORTICO_ORIGIN"]
label = os.environ["PORTICO_LABEL"]
password = "correct horse battery"
picture = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEklEQVQImWM4EaBxIkCDAUIBACWOBQHvtZ07AAAAAElFTkSuQmCC"
)

tokens: Optional[Tokens] = None
kept: dict[str, str] = {}


def client_at(base: str = "plain") -> Client:
    return Client(f"{origin}/{base}/{label}", tokens=tokens)


def check(holds: object, sentence: str) -> None:
    if not holds:
        raise AssertionError(sentence)


def register() -> None:
    client_at().accounts.register(username=label, email=f"{label}@example.com", password=password)


def log_in() -> None:
    global tokens
    client = client_at()
    client.tokens.create(username=label, password=password)
    tokens = client.credentials
    check(tokens and tokens.refresh_token, "the client kept no tokens")


def iterate_three_pages() -> None:
    client = client_at()
    titles = [f"{label} page {number}" for number in range(1, 6)]
    for title in titles:
        kept["post"] = client.posts.create(title=title, body="text").id
    found = [post.title for post in client.posts.mine(limit=2)]
    check(sorted(found) == titles, f"found {found}")


def unknown_enum_value() -> None:
    post = client_at("unknown-enum").posts.get(id=kept["post"])
    check(post.status == "archived", f"the status is {post.status}")
    check(post.title == f"{label} page 5", f"the title is {post.title}")
    check(Post.from_json(post.to_json()) == post, "it does not survive the way back")


def unknown_union_variant() -> None:
    plain = client_at()
    post = plain.posts.create(title=f"{label} live", body="text", status="published")
    kept["live"] = post.id
    with client_at("unknown-variant").comments.live(post_id=post.id) as events:
        pinned = next(events)
        check(isinstance(pinned, Unknown), f"the first event is {pinned}")
        check(isinstance(pinned, Unknown) and pinned.json["commentId"], "the comment's id cannot be read")
        check(isinstance(next(events), CommentsReset), "the second event is no reset")
        plain.comments.create(post_id=post.id, body="hello")
        created = next(events)
        if not isinstance(created, CommentCreated):
            raise AssertionError(f"the third event is {created}")
        check(created.comment.body == "hello", f"the comment is {created.comment}")
        check("reactions" in created.comment.extra, "the unknown field did not survive")


def retry_under_one_key() -> None:
    for base in ("two-503s", "lost-answer"):
        client_at(base).posts.create(title=f"{label} {base}", body="text")


def typed_field_errors() -> None:
    try:
        client_at().posts.create(title="", body="text")
    except InvalidInput as error:
        check(error.errors[0].pointer == "/title", f"the issues are {error.errors}")
        return
    raise AssertionError("an empty title was taken")


def stream_to_its_end() -> None:
    plain = client_at()
    events = client_at("cut-stream").comments.live(post_id=kept["live"])
    check(isinstance(next(events), CommentsReset), "the first event is no reset")
    for body in ("1", "2"):
        plain.comments.create(post_id=kept["live"], body=body)
    bodies = [event.comment.body for event in events if isinstance(event, CommentCreated)]
    check(bodies == ["1", "2"], f"the comments are {bodies}")


def timeout() -> None:
    started = time.monotonic()
    try:
        client_at("slow").with_options(timeout=0.5).posts.tags()
    except CallTimeout:
        check(time.monotonic() - started < 5, "it took too long")
        return
    raise AssertionError("it was answered")


def cancel() -> None:
    started = time.monotonic()
    token = CancelToken()
    threading.Timer(0.5, token.cancel).start()
    try:
        client_at("slow").with_options(cancel=token).posts.list()
    except CallCancelled:
        check(time.monotonic() - started < 5, "it took too long")
        return
    raise AssertionError("it was answered")


def refresh_once() -> None:
    global tokens
    client = client_at("expired-token")
    with ThreadPoolExecutor(10) as pool:
        users = [call.result() for call in [pool.submit(client.accounts.me) for _ in range(10)]]
    check(all(user.username == label for user in users), f"answered {users}")
    check(client.credentials != tokens, "the tokens are the old ones")
    tokens = client.credentials


def upload_with_progress() -> None:
    told: list[tuple[int, Optional[int]]] = []
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{label}.txt"
        path.write_bytes(text())
        client = client_at().with_options(on_progress=lambda sent, total: told.append((sent, total)))
        file = client.files.upload(file=Upload(path, content_type="text/plain"), visibility="public")
    kept["file"] = file.id
    sent = [count for count, _ in told]
    check(len(told) > 1 and sent == sorted(sent), f"progress was {sent}")
    check(told[-1][0] == told[-1][1] and sent[-1] >= 1024 * 1024, f"the last progress was {told[-1]}")


def download_same_bytes() -> None:
    with TemporaryDirectory() as folder, client_at().files.content(id=kept["file"]) as file:
        path = Path(folder) / "copy"
        file.save(path)
        check(path.read_bytes() == text(), "the bytes are others")
        check(file.name == f"{label}.txt", f"its name is {file.name}")


def date_with_milliseconds() -> None:
    post = client_at("fixed-dates").posts.get(id=kept["post"])
    check(post.created_at == datetime(2024, 2, 29, 12, 34, 56, 789000, timezone.utc), f"it is {post.created_at}")


def null_against_absent() -> None:
    client = client_at()
    cover = client.files.upload(file=Upload(picture, f"{label}.png", "image/png"))
    post = client.posts.create(title=f"{label} covered", body="text", cover_id=cover.id)
    post = client.posts.update(id=post.id, version=post.version, title=f"{label} cover")
    check(post.cover is not None, "the cover is gone")
    post = client.posts.update(id=post.id, version=post.version, cover_id=None)
    check(post.cover is None, f"the cover is {post.cover}")


def typed_not_found() -> None:
    try:
        client_at().posts.get(id="00000000-0000-4000-8000-000000000000")
    except NotFound as error:
        check(error.status == 404 and error.code == "not_found", f"it is {error}")
        return
    raise AssertionError("there is such a post")


def unknown_error_code() -> None:
    try:
        client_at("unknown-code").posts.get(id="00000000-0000-4000-8000-000000000000")
    except ApiError as error:
        check(error.status == 404 and error.code == "vanished", f"it is {error}")
        return
    raise AssertionError("there is such a post")


def text() -> bytes:
    return "".join(f"portico upload line {number:011}\n" for number in range(1, 32_769)).encode()


steps: list[Callable[[], None]] = [
    register,
    log_in,
    iterate_three_pages,
    unknown_enum_value,
    unknown_union_variant,
    retry_under_one_key,
    typed_field_errors,
    stream_to_its_end,
    timeout,
    cancel,
    refresh_once,
    upload_with_progress,
    download_same_bytes,
    date_with_milliseconds,
    null_against_absent,
    typed_not_found,
    unknown_error_code,
]

for step in steps:
    name = step.__name__.replace("_", "-")
    try:
        step()
        print(f"ok {name}", flush=True)
    except Exception as error:
        traceback.print_exc()
        message = f"{type(error).__name__}: {error}".replace("\n", " ")
        print(f"failed {name}: {message}", flush=True)
