"""FollowTheMoney entities with ids that follow from their content, and their line in a file."""

from collections.abc import Iterable, Mapping
from hashlib import sha1

from followthemoney import model
from followthemoney.proxy import EntityProxy

from verbale.record.json_text import to_json

Cells = Mapping[str, str | Iterable[str | None] | None]
"""Values by property; several in a list."""


def make_id(*parts: str | None) -> str:
    """An id that is the same wherever the parts are the same; FollowTheMoney takes letters, digits, "." and "-".

    >>> make_id("identity:1"), make_id("identity:1") == make_id("identity", "1")
    ('verbale-d43aa252ca957ab04a0a7e02', False)
    """
    joined = "\x1f".join(part or "" for part in parts)
    return f"verbale-{sha1(joined.encode('utf-8', 'replace'), usedforsecurity=False).hexdigest()[:24]}"


def make_proxy(schema: str, id_: str, values: Cells) -> EntityProxy:
    """An entity with those of the values that are there; a tuple or list holds several of one property."""
    proxy = model.make_entity(schema)
    proxy.id = id_
    for name, value in values.items():
        if value:
            proxy.add(name, value)
    return proxy


def format_proxy(proxy: EntityProxy) -> str:
    """The entity as a line of JSON, properties and their values in order of the alphabet."""
    properties = {name: sorted(proxy.get(name)) for name in sorted(proxy.properties)}
    return to_json({"id": proxy.id, "schema": proxy.schema.name, "properties": properties}) + "\n"
