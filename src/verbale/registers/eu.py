"""The European Union's consolidated list of financial sanctions: XML, format FSF 1.1."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

from verbale.registers.dates import parse_date
from verbale.registers.options import LoadOptions
from verbale.registers.rows import Entry, Facts, Listing, Row
from verbale.registers.xml_records import read_entries, text_of

_UNKNOWN = frozenset({"", "00", "0"})


def load_eu(paths: Sequence[Path], options: LoadOptions) -> Iterator[Row]:
    """The persons and bodies of the list.

    Raises:
        RegisterError: a file cannot be opened or is no sound XML.
    """
    return read_entries(
        paths, frozenset({"sanctionEntity"}), lambda record, line: _entry(record, line, options)
    )


def _entry(record: Element, line: int, options: LoadOptions) -> Entry:
    """One `sanctionEntity`.

    Raises:
        ValueError: without id or name.
    """
    number = record.get("euReferenceNumber") or record.get("logicalId")
    if not number:
        raise ValueError("a sanctionEntity without euReferenceNumber")
    subject = record.find("subjectType")
    person = subject is not None and subject.get("code") == "person"
    aliases = list(record.iterfind("nameAlias"))
    facts = Facts()
    for alias in aliases:
        facts.add_name(_name(alias), weak=alias.get("strong") == "false")
    births = (parse_date(item.get("birthdate") or item.get("year")) for item in record.iterfind("birthdate"))
    return Entry(
        id=number,
        schema="Person" if person else "Organization",
        names=facts.strong_names(),
        weak_names=facts.weak_names(),
        countries=options.countries(*_countries(record, person=person)),
        birth_dates=tuple(dict.fromkeys(birth for birth in births if birth)),
        gender=next(
            (_GENDERS[code] for alias in aliases if (code := alias.get("gender", "")) in _GENDERS), None
        ),
        topics=("sanction",),
        positions=tuple(dict.fromkeys(function for alias in aliases if (function := alias.get("function")))),
        identifiers=tuple(
            (item.get("identificationTypeCode") or "document", number)
            for item in record.iterfind("identification")
            if (number := item.get("number"))
        ),
        notes=text_of(record, "remark") or None,
        listings=tuple(_listings(record)),
        line=line,
    )


_GENDERS = {"M": "male", "F": "female"}


def _name(alias: Element) -> str:
    """The whole name, or its parts put together."""
    parts = " ".join(alias.get(part, "") for part in ("firstName", "middleName", "lastName"))
    return alias.get("wholeName") or parts


def _countries(record: Element, *, person: bool) -> list[str]:
    """Codes of citizenship; of bodies the address too."""
    items = [*record.iterfind("citizenship"), *([] if person else record.iterfind("address"))]
    codes = (item.get("countryIso2Code", "") for item in items)
    return [code for code in codes if code not in _UNKNOWN]


def _listings(record: Element) -> Iterator[Listing]:
    """The listing, with its programme and the first act that named the entry.

    FSF keeps the act in force, which may be an amendment years later; `designationDate` is the day of
    listing where it is given.
    """
    acts = sorted(record.iterfind("regulation"), key=lambda act: act.get("publicationDate", ""))
    designated = parse_date(record.get("designationDate"))
    first = acts[0] if acts else None
    original = first is not None and first.get("regulationType") == "regulation"
    published = parse_date(first.get("publicationDate")) if first is not None and original else None
    yield Listing(
        programme=first.get("programme") if first is not None else None,
        authority="eu",
        listed_on=designated or published,
        reference=record.get("euReferenceNumber")
        or (first.get("numberTitle") if first is not None else None),
        reason=record.get("designationDetails") or None,
    )
