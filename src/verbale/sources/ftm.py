"""FollowTheMoney entities that hold the text of a report: `Article`, and other documents with `bodyText`."""

import re
from collections.abc import Mapping

_DOCUMENTS = frozenset({"Article", "Document", "HyperText", "PlainText"})


def is_entity(fields: Mapping[str, object]) -> bool:
    """Whether a JSON object is a FollowTheMoney entity.

    >>> is_entity({"id": "a1", "schema": "Article", "properties": {}}), is_entity({"text": "One."})
    (True, False)
    """
    return isinstance(fields.get("schema"), str) and isinstance(fields.get("properties"), Mapping)


def is_document(fields: Mapping[str, object]) -> bool:
    """Whether an entity is one that can hold the text of a report."""
    return fields.get("schema") in _DOCUMENTS


def describe_entity(entity: Mapping[str, object]) -> dict[str, object]:
    r"""The fields of a report out of an entity: the first of several titles, all of its text.

    A date that names no day ("2024", "2024-06") is left out.

    >>> describe_entity({"id": "a1", "schema": "Article", "properties": {
    ...     "title": ["Talks"], "bodyText": ["One.", "Two."], "publishedAt": ["2024-06"], "language": ["eng"]}})
    {'id': 'a1', 'text': 'One.\n\nTwo.', 'title': 'Talks', 'language': 'eng'}
    """
    properties = entity["properties"]
    assert isinstance(properties, Mapping)
    body = _values(properties, "bodyText")
    found = {
        "id": entity.get("id"),
        "text": "\n\n".join(body) if body else None,
        "title": _first(properties, "title", "name"),
        "publisher": _first(properties, "publisher"),
        "url": _first(properties, "sourceUrl"),
        "published": _first_day(properties, "publishedAt", "date", "authoredAt"),
        "language": _first(properties, "language"),
    }
    return {name: value for name, value in found.items() if value is not None}


def _values(properties: Mapping[str, object], name: str) -> list[str]:
    """The texts of a property, which may be written as a list or, by hand, as one text."""
    value = properties.get(name)
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, str) and each]


def _first(properties: Mapping[str, object], *names: str) -> str | None:
    return next((value for name in names for value in _values(properties, name)), None)


def _first_day(properties: Mapping[str, object], *names: str) -> str | None:
    days = (value for name in names for value in _values(properties, name))
    return next((day[:10] for day in days if re.match(r"\d{4}-\d{2}-\d{2}", day)), None)
