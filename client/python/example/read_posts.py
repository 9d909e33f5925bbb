"""Prints the newest posts of a server: ``python example/read_posts.py http://localhost:3000``."""

from __future__ import annotations

import sys
from itertools import islice

from portico_client import Client
from portico_client.errors import NotFound


def main(server: str) -> None:
    with Client(server) as client:
        # A list is asked for page by page, as far as it is read.
        for post in islice(client.posts.list(limit=5), 12):
            published = f"{post.published_at:%d %B %Y}" if post.published_at else "not yet"
            print(f"{post.title}, by {post.author.name} ({published})")
        try:
            client.posts.by_slug(slug="there-is-no-such-post")
        except NotFound as error:
            print(f"{error.title} (request {error.request_id})")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:3000")
