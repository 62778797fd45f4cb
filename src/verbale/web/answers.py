"""JSON answers: UTF-8, whatever the values hold."""

import json
from typing import Any

from starlette.responses import Response


def dump(value: object) -> bytes:
    r"""JSON with letters as they are; halves of surrogate pairs, which UTF-8 has no bytes for, escaped.

    >>> dump({"name": "Ковач"}).decode()
    '{"name":"Ковач"}'
    >>> dump("\ud800").decode()
    '"\\ud800"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"), default=str).encode()


class Json(Response):
    """An answer in JSON."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """The bytes."""
        return dump(content)
