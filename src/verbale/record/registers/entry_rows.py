"""Entries and listings as JSON columns and back."""

import hashlib
from operator import attrgetter
from typing import Any

from verbale.record.rows import clean
from verbale.registers import Entry, Listing

_FIELDS = (
    "schema", "names", "weak_names", "countries", "birth_dates", "gender", "topics", "positions", "identifiers",
    "wikidata", "notes",
)  # fmt: skip
_get_fields = attrgetter(*_FIELDS)
_LISTING = ("programme", "authority", "listed_on", "ended_on", "reference", "reason")


def entry_data(entry: Entry) -> dict[str, Any]:
    """What an entry says, without what it leaves empty; where it stands in the file is no part of it."""
    data = {name: value for name, value in zip(_FIELDS, _get_fields(entry), strict=True) if value}
    if entry.listings:
        data["listings"] = [listing_data(listing) for listing in entry.listings]
    return data


def listing_data(listing: Listing) -> dict[str, str]:
    """What a listing says, without what it leaves empty."""
    return {name: value for name in _LISTING if (value := getattr(listing, name))}


def spell_entry(entry_id: str, data: dict[str, Any]) -> str:
    """An entry in ASCII: what its digest is taken of."""
    return ascii((entry_id, data))


def digest_of(spelt: str) -> str:
    """Sixteen hexadecimal digits that change when an entry does; the same on every machine."""
    return hashlib.blake2b(spelt.encode(), digest_size=8).hexdigest()


def entry_of(entry_id: str, data: dict[str, Any]) -> Entry:
    """The entry of a row.

    >>> entry = Entry("7", "Person", ("Peter Hronec",), listings=(Listing("GLOMAG", "us"),))
    >>> entry_of("7", entry_data(entry)) == entry
    True
    """
    values = {name: data[name] for name in _FIELDS if name in data}
    for name in ("names", "weak_names", "countries", "birth_dates", "topics", "positions"):
        values[name] = tuple(values.get(name, ()))
    values["identifiers"] = tuple((kind, number) for kind, number in values.get("identifiers", ()))
    listings = tuple(listing_of(listing) for listing in data.get("listings", ()))
    return Entry(id=entry_id, **values, listings=listings)


def listing_of(data: dict[str, Any], entry_id: str | None = None) -> Listing:
    """The listing of a row."""
    return Listing(**{name: data.get(name) for name in _LISTING}, entry_id=entry_id)


def clean_all(value: Any) -> Any:
    """The value with what no database keeps taken out of its texts."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: clean_all(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [clean_all(inner) for inner in value]
    return value
