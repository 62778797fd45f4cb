"""A JSON object with one long list, one item a line, so that two exports can be compared line by line."""

from collections.abc import Iterable, Iterator, Mapping

from verbale.record.json_text import to_json


def format_lines(head: Mapping[str, object], key: str, items: Iterable[object]) -> Iterator[str]:
    """The text in parts, the list under `key` last; memory holds one item.

    >>> print("".join(format_lines({"type": "List"}, "items", [1, 2])), end="")
    {"type":"List","items":[
    1,
    2
    ]}
    """
    yield f"{to_json(head)[:-1]}{',' if head else ''}{to_json(key)}:["
    for at, item in enumerate(items):
        yield f"{',' if at else ''}\n{to_json(item)}"
    yield "\n]}\n"
