"""JSON that is always the same text for the same value."""

import json

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def to_json(value: object) -> str:
    """Compact, keys in order, letters as they are.

    >>> to_json({"b": "é", "a": [1, None]})
    '{"a":[1,null],"b":"é"}'
    """
    return _ENCODER.encode(value)
