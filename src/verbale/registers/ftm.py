"""FollowTheMoney entities, one JSON object a line: every data set of OpenSanctions and Aleph."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from verbale.errors import RegisterError
from verbale.registers.dates import parse_date
from verbale.registers.options import LoadOptions
from verbale.registers.rows import BadRow, Entry, Facts, Listing, Row, Tenure

MAX_LINE = 8_000_000
"""Longest line, in bytes: the largest entity of OpenSanctions has about one million."""

_NAMES = ("name", "alias", "previousName", "summaryName")
_PASSED_OVER = frozenset(
    {"Address", "Identification", "Passport", "Documentation", "Mention", "Note", "Page", "Pages", "Document"}
)
_COUNTRIES = ("country", "jurisdiction", "nationality", "citizenship", "mainCountry")
_IDENTIFIERS = (
    "idNumber", "passportNumber", "taxNumber", "registrationNumber", "innCode", "ogrnCode", "leiCode",
    "imoNumber", "mmsi", "swiftBic", "socialSecurityNumber",
)  # fmt: skip
_NUMBERED = frozenset(_IDENTIFIERS)


def load_ftm(paths: Sequence[Path], options: LoadOptions) -> Iterator[Row]:
    """The entities of the files; sanctions, occupancies and memberships as listings and tenures.

    Entities nested in others (OpenSanctions' `targets.nested.json`) are taken out of them.

    Raises:
        RegisterError: a file cannot be opened, or ends in the middle of an entity.
    """
    for path in paths:
        for number, line in _lines(path):
            if isinstance(line, BadRow):
                yield line
                continue
            try:
                yield from _rows(_parse(line), number, options)
            except ValueError as error:
                if line.startswith(b"{") and not line.rstrip(b" ").endswith((b"\n", b"}")):
                    message = (
                        f"{path}, line {number}: the file ends in the middle of this entity; download it anew"
                    )
                    raise RegisterError(message) from error
                yield BadRow(str(path), number, str(error))


def _lines(path: Path) -> Iterator[tuple[int, bytes | BadRow]]:
    """The lines that hold something; one that is too long is skipped without taking it into memory."""
    try:
        with path.open("rb") as stream:
            number, rest = 0, False
            while line := stream.readline(MAX_LINE):
                whole = line.endswith(b"\n") or len(line) < MAX_LINE
                number += not rest
                if not whole and not rest:
                    yield number, BadRow(str(path), number, f"more than {MAX_LINE} bytes in one line")
                elif not rest and line.strip():
                    yield number, line
                rest = not whole
    except OSError as error:
        raise RegisterError(f"{path} cannot be read: {error.strerror}; check the path") from error


def _parse(line: bytes) -> dict[str, Any]:
    """The entity of a line.

    Raises:
        ValueError: no UTF-8, no JSON, no entity.
    """
    try:
        entity = json.loads(line.removeprefix(BOM_UTF8).decode())
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 (byte {error.start + 1} of the line)") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"no JSON ({error.msg}, column {error.colno})") from error
    except RecursionError as error:
        raise ValueError("JSON nested too deep") from error
    if isinstance(entity, dict) and isinstance(entity.get("properties"), dict):
        return entity
    raise ValueError("no FollowTheMoney entity: an object with `id`, `schema` and `properties` is needed")


def _rows(entity: Mapping[str, Any], line: int, options: LoadOptions) -> Iterator[Row]:
    """What one entity and those nested in it give."""
    schema, found = entity.get("schema"), entity.get("id")
    if not isinstance(schema, str) or not isinstance(found, str) or not found or not schema:
        raise ValueError("an entity without `id` or `schema`")
    values = _Values(entity["properties"])
    if schema == "Sanction":
        yield from _listings(values)
    elif schema in ("Occupancy", "Membership"):
        yield from _tenures(values, schema, line, options)
    elif schema not in _PASSED_OVER:
        yield _entry(entity, values, line, options)
    for nested in values.nested:
        back = {"Sanction": "entity", "Occupancy": "holder", "Membership": "member"}.get(
            str(nested.get("schema"))
        )
        if back and isinstance(nested.get("properties"), dict):
            nested["properties"].setdefault(back, [found])
            yield from _rows(nested, line, options)


class _Values:
    """Properties of an entity as texts; whole entities among the values are set apart, with only their ids left."""

    __slots__ = ("_inside", "_texts", "nested")

    def __init__(self, properties: Mapping[str, Any]) -> None:
        self._texts: dict[str, list[str]] = {}
        self._inside: dict[str, Mapping[str, Any]] = {}
        self.nested: list[dict[str, Any]] = []
        for name, values in properties.items():
            if type(values) is list and len(values) == 1 and type(values[0]) is str and values[0]:
                self._texts[name] = values  # as nine properties of ten are
                continue
            found: list[str] = []
            for value in values if isinstance(values, list) else (values,):
                text = value
                if isinstance(value, dict):
                    text = value.get("id")
                    if isinstance(values, list) and isinstance(value.get("properties"), dict):
                        self.nested.append(value)
                        self._inside.setdefault(name, value["properties"])
                if text and isinstance(text, str):
                    found.append(text)
            if found:
                self._texts[name] = found

    def has_any(self, names: frozenset[str]) -> bool:
        """Whether one of these properties has a value."""
        return not names.isdisjoint(self._texts)

    def all(self, *names: str) -> list[str]:
        """All values of these properties; the id of a nested entity."""
        texts = self._texts
        return [text for name in names if name in texts for text in texts[name]]

    def first(self, *names: str) -> str | None:
        """The first value of these properties."""
        for name in names:
            if name in self._texts:
                return self._texts[name][0]
        return None

    def inside(self, name: str) -> "_Values":
        """The properties of the entity nested under a property; none where it is only an id."""
        return _Values(self._inside.get(name, {}))


def _entry(entity: Mapping[str, Any], values: _Values, line: int, options: LoadOptions) -> Entry:
    """A person, body, position or thing."""
    facts = Facts()
    caption = entity.get("caption")
    names = values.all(*_NAMES) or _built_name(values)
    if isinstance(caption, str) and caption in names:
        facts.add_name(caption)
    for name in names:
        facts.add_name(name)
    for name in values.all("weakAlias", "abbreviation"):
        facts.add_name(name, weak=True)
    return Entry(
        id=str(entity["id"]),
        schema=str(entity["schema"]),
        names=facts.strong_names(),
        weak_names=facts.weak_names(),
        countries=options.countries(*values.all(*_COUNTRIES)),
        birth_dates=_births(values),
        gender=values.first("gender"),
        topics=tuple(values.all("topics")),
        positions=tuple(values.all("position")),
        identifiers=_identifiers(values),
        wikidata=values.first("wikidataId") or _wikidata_id(str(entity["id"])),
        notes=values.first("notes", "summary", "description"),
        line=line,
    )


def _births(values: _Values) -> tuple[str, ...]:
    """Days of birth, or of a body's founding."""
    births = dict.fromkeys(map(parse_date, values.all("birthDate", "incorporationDate")))
    return tuple(filter(None, births))


def _identifiers(values: _Values) -> tuple[tuple[str, str], ...]:
    """Numbers with what they are numbers of."""
    if not values.has_any(_NUMBERED):
        return ()
    return tuple((name, value) for name in _IDENTIFIERS for value in values.all(name))


def _built_name(values: _Values) -> list[str]:
    """A name put together from its parts, where no whole one is given."""
    parts = (
        values.first(name) for name in ("firstName", "secondName", "middleName", "fatherName", "lastName")
    )
    name = " ".join(part for part in parts if part)
    return [name] if name else []


def _wikidata_id(text: str) -> str | None:
    """The id itself where it is one of Wikidata's, as OpenSanctions uses them."""
    return text if text[:1] == "Q" and text[1:].isdigit() else None


def _listings(values: _Values) -> Iterator[Listing]:
    """A sanction as a listing of each entity it names.

    Raises:
        ValueError: it names none.
    """
    targets = values.all("entity")
    if not targets:
        raise ValueError("a Sanction without `entity`")
    for target in targets:
        yield Listing(
            programme=values.first("programId", "program"),
            authority=values.first("authority", "country"),
            listed_on=parse_date(values.first("listingDate", "startDate", "date")),
            ended_on=parse_date(values.first("endDate")),
            reference=values.first("authorityId", "unscId", "recordId"),
            reason=values.first("reason", "summary"),
            entry_id=target,
        )


def _tenures(values: _Values, schema: str, line: int, options: LoadOptions) -> Iterator[Tenure]:
    """An occupancy or a membership for each holder; names and positions come later, from their entries.

    Raises:
        ValueError: no holder, or nothing held.
    """
    office = schema == "Occupancy"
    holders, posts = (values.all("holder", "member"), values.all("post", "organization"))
    if not holders or not posts:
        raise ValueError(
            f"{schema} without " + ("`holder` or `post`" if office else "`member` or `organization`")
        )
    post = values.inside("post" if office else "organization")
    country = options.countries(*values.all("country"), *post.all(*_COUNTRIES))
    for holder, post_id in product(holders, posts):
        yield Tenure(
            holder="",
            position=post.first("name") if office else values.first("role"),
            organization=None if office else post.first("name") or "",
            country=country[0] if country else None,
            start=parse_date(values.first("startDate", "date")),
            end=parse_date(values.first("endDate")),
            holder_id=holder,
            post_id=post_id,
            wikidata=_wikidata_id(holder),
            line=line,
        )
