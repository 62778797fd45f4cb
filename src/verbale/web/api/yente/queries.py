"""What yente's clients look for, as what is compared."""

from collections.abc import Iterator

from verbale.screening.scorer import Subject
from verbale.web.api.yente.shapes import EntityExample
from verbale.web.errors import Refusal

_NAMES = ("name", "alias", "weakAlias", "previousName", "abbreviation")
_COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "mainCountry")
_NUMBERS = (
    "idNumber", "passportNumber", "registrationNumber", "taxNumber", "innCode", "ogrnCode", "leiCode", "imoNumber",
)  # fmt: skip


def make_subject(example: EntityExample) -> Subject:
    """Who is looked for.

    Raises:
        Refusal: he has no name.

    >>> found = make_subject(EntityExample.model_validate({"schema": "Person", "properties": {"firstName": "Ana",
    ...     "lastName": "Petrović", "nationality": ["rs"]}}))
    >>> found.names, found.countries
    (('Ana Petrović',), ('rs',))
    """
    names = [*_values(example, *_NAMES), *_joined(example)]
    if not any(char.isalnum() for name in names for char in name):
        raise Refusal(400, "no-name", "a query has no name: give `name`, or `firstName` and `lastName`")
    return Subject(
        tuple(dict.fromkeys(name for name in names if name.strip())),
        example.schema_,
        tuple(code.lower() for code in _values(example, *_COUNTRIES)),
        tuple(_values(example, "birthDate", "incorporationDate")),
        next(_values(example, "gender"), None),
        tuple((name, number) for name in _NUMBERS for number in _values(example, name)),
    )


def _values(example: EntityExample, *names: str) -> Iterator[str]:
    """The values of some properties, in that order."""
    for name in names:
        given = example.properties.get(name, [])
        yield from [given] if isinstance(given, str) else given


def _joined(example: EntityExample) -> Iterator[str]:
    """First and last names as one."""
    for last in _values(example, "lastName"):
        for first in _values(example, "firstName"):
            yield f"{first} {last}"
