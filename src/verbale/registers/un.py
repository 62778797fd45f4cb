"""The consolidated list of the United Nations Security Council, as XML."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

from verbale.registers.dates import parse_date
from verbale.registers.options import LoadOptions
from verbale.registers.rows import Entry, Facts, Listing, Row
from verbale.registers.xml_records import read_entries, text_of, texts_of

_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def load_un(paths: Sequence[Path], options: LoadOptions) -> Iterator[Row]:
    """The individuals and entities of the list.

    Raises:
        RegisterError: a file cannot be opened or is no sound XML.
    """
    return read_entries(
        paths, frozenset({"INDIVIDUAL", "ENTITY"}), lambda record, line: _entry(record, line, options)
    )


def _entry(record: Element, line: int, options: LoadOptions) -> Entry:
    """One individual or entity.

    Raises:
        ValueError: without id or name.
    """
    number = text_of(record, "DATAID")
    if not number:
        raise ValueError(f"an {record.tag} without DATAID")
    kind = record.tag
    facts = Facts()
    facts.add_name(" ".join(text_of(record, part) for part in _PARTS))
    for script in texts_of(record, "NAME_ORIGINAL_SCRIPT"):
        facts.add_name(script)
    for alias in record.iterfind(f"{kind}_ALIAS"):
        facts.add_name(text_of(alias, "ALIAS_NAME"), weak=text_of(alias, "QUALITY").lower() == "low")
    person = kind == "INDIVIDUAL"
    countries = (
        texts_of(record, "NATIONALITY/VALUE") if person else texts_of(record, "ENTITY_ADDRESS/COUNTRY")
    )
    documents = (
        (text_of(item, "TYPE_OF_DOCUMENT"), text_of(item, "NUMBER"))
        for item in record.iterfind("INDIVIDUAL_DOCUMENT")
    )
    return Entry(
        id=number,
        schema="Person" if person else "Organization",
        names=facts.strong_names(),
        weak_names=facts.weak_names(),
        countries=options.countries(*countries),
        birth_dates=tuple(dict.fromkeys(_births(record))),
        gender=text_of(record, "GENDER").lower() or None,
        topics=("sanction",),
        positions=texts_of(record, "DESIGNATION/VALUE"),
        identifiers=tuple((what or "document", number) for what, number in documents if number),
        notes=text_of(record, "COMMENTS1") or None,
        listings=(
            Listing(
                programme=text_of(record, "UN_LIST_TYPE") or None,
                authority="un",
                listed_on=parse_date(text_of(record, "LISTED_ON")),
                ended_on=parse_date(text_of(record, "DELISTED_ON")),
                reference=text_of(record, "REFERENCE_NUMBER") or None,
            ),
        ),
        line=line,
    )


def _births(record: Element) -> Iterator[str]:
    """The dates of birth, as precise as they are."""
    for item in record.iterfind("INDIVIDUAL_DATE_OF_BIRTH"):
        for text in (text_of(item, "DATE"), text_of(item, "YEAR"), text_of(item, "FROM_YEAR")):
            if birth := parse_date(text):
                yield birth
                break
