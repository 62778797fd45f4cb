"""OFAC's lists as SDN.XML (also CONSOLIDATED.XML)."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

from verbale.registers.dates import parse_date
from verbale.registers.options import LoadOptions
from verbale.registers.rows import Entry, Facts, Listing, Row
from verbale.registers.xml_records import read_entries, text_of, texts_of

_SCHEMATA = {"individual": "Person", "entity": "Organization", "vessel": "Vessel", "aircraft": "Airplane"}
_NO_NUMBERS = frozenset({"Gender", "Secondary sanctions risk:", "Additional Sanctions Information -"})


def load_ofac_xml(paths: Sequence[Path], options: LoadOptions) -> Iterator[Row]:
    """The entries of the files. They have no dates of listing; SDN_ADVANCED.XML has.

    Raises:
        RegisterError: a file cannot be opened or is no sound XML.
    """
    return read_entries(paths, frozenset({"sdnEntry"}), lambda record, line: _entry(record, line, options))


def _entry(record: Element, line: int, options: LoadOptions) -> Entry:
    """One `sdnEntry`.

    Raises:
        ValueError: without id or name.
    """
    number = text_of(record, "uid")
    if not number:
        raise ValueError("an sdnEntry without uid")
    schema = _SCHEMATA.get(text_of(record, "sdnType").lower(), "LegalEntity")
    facts = Facts()
    facts.add_name(_name(record))
    for alias in record.iterfind("akaList/aka"):
        facts.add_name(_name(alias), weak=text_of(alias, "category").lower() == "weak")
    births = (
        parse_date(text.split(" to ")[0])
        for text in texts_of(record, "dateOfBirthList/dateOfBirthItem/dateOfBirth")
    )
    numbers = [(text_of(item, "idType"), text_of(item, "idNumber")) for item in record.iterfind("idList/id")]
    title = text_of(record, "title")
    return Entry(
        id=number,
        schema=schema,
        names=facts.strong_names(),
        weak_names=facts.weak_names(),
        countries=options.countries(*_countries(record, schema)),
        birth_dates=tuple(dict.fromkeys(birth for birth in births if birth)),
        gender=next((value.lower() for kind, value in numbers if kind == "Gender"), None),
        topics=("sanction",),
        positions=(title,) if title else (),
        identifiers=tuple(
            (kind.rstrip("."), value) for kind, value in numbers if value and kind not in _NO_NUMBERS
        ),
        notes=text_of(record, "remarks") or None,
        listings=tuple(
            Listing(programme=programme, authority="us")
            for programme in texts_of(record, "programList/program")
        ),
        line=line,
    )


def _name(element: Element) -> str:
    """First and last name of an entry or an alias."""
    return f"{text_of(element, 'firstName')} {text_of(element, 'lastName')}"


def _countries(record: Element, schema: str) -> tuple[str, ...]:
    """Nationalities and citizenships; of bodies and ships the addresses and the flag."""
    found = (
        *texts_of(record, "nationalityList/nationality/country"),
        *texts_of(record, "citizenshipList/citizenship/country"),
        *texts_of(record, "vesselInfo/vesselFlag"),
    )
    return found if schema == "Person" else (*found, *texts_of(record, "addressList/address/country"))
