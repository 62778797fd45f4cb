"""OFAC's lists as SDN_ADVANCED.XML: the form that has dates of listing and names in other scripts.

Parties refer to tables at the head of the file, and the sanctions entries at its end refer to parties; so the parties
(some 20,000) are held until the file ends.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.etree.ElementTree import Element

from verbale.errors import RegisterError
from verbale.registers.options import LoadOptions
from verbale.registers.rows import BadRow, Entry, Facts, Listing, Row
from verbale.registers.xml_records import read_records, text_of, texts_of

_TAGS = frozenset({"ReferenceValueSets", "Location", "DistinctParty", "SanctionsEntry"})
_SUBTYPES = {"1": "Vessel", "2": "Airplane", "3": "Organization", "4": "Person"}
_BIRTH, _COUNTRIES, _GENDER, _ADDRESS = "8", frozenset({"10", "11"}), "224", "25"


@dataclass(slots=True)
class _Tables:
    """The tables that parties refer to, and the parties."""

    values: dict[tuple[str, str], str] = field(default_factory=dict)
    places: dict[str, tuple[str, ...]] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    listings: dict[str, list[Listing]] = field(default_factory=lambda: defaultdict(list))


def load_ofac_advanced(paths: Sequence[Path], options: LoadOptions) -> Iterator[Row]:
    """The parties of the files, each with its programmes and the dates of its listing.

    Raises:
        RegisterError: a file cannot be opened or is no sound XML.
    """
    for path in paths:
        tables = _Tables()
        for line, record in read_records(path, _TAGS):
            try:
                _take(record, line, tables, options)
            except ValueError as error:
                yield BadRow(str(path), line, str(error))
        if not tables.entries:
            raise RegisterError(f"{path} has no DistinctParty: give SDN_ADVANCED.XML as OFAC publishes it")
        for profile, entry in tables.entries.items():
            listings = tables.listings.get(profile, [Listing(authority="us")])
            yield replace(entry, listings=tuple(listings))


def _take(record: Element, line: int, tables: _Tables, options: LoadOptions) -> None:
    """Put one record into the tables.

    Raises:
        ValueError: a party without id or name.
    """
    if record.tag == "ReferenceValueSets":
        for value in record.iterfind("*/*"):
            tables.values[value.tag, value.get("ID", "")] = (value.text or "").strip()
    elif record.tag == "Location":
        found = (
            tables.values.get(("Country", place.get("CountryID", "")))
            for place in record.iterfind("LocationCountry")
        )
        tables.places[record.get("ID", "")] = tuple(name for name in found if name)
    elif record.tag == "DistinctParty":
        profile = record.find("Profile")
        if profile is None or not record.get("FixedRef"):
            raise ValueError("a DistinctParty without FixedRef or Profile")
        entry = _entry(record, profile, line, tables, options)
        tables.entries[profile.get("ID") or entry.id] = entry
    elif record.tag == "SanctionsEntry":
        tables.listings[record.get("ProfileID", "")].extend(_listings(record, tables))


def _entry(party: Element, profile: Element, line: int, tables: _Tables, options: LoadOptions) -> Entry:
    """One party."""
    kind = _SUBTYPES.get(profile.get("PartySubTypeID", ""), "LegalEntity")
    facts = Facts()
    for alias in profile.iterfind("Identity/Alias"):
        for name in alias.iterfind("DocumentedName"):
            facts.add_name(_name(name, profile, tables), weak=alias.get("LowQuality") == "true")
    births, gender, places = _features(profile, kind, tables)
    return Entry(
        id=party.get("FixedRef", ""),
        schema=kind,
        names=facts.strong_names(),
        weak_names=facts.weak_names(),
        countries=options.countries(*places),
        birth_dates=tuple(dict.fromkeys(births)),
        gender=gender,
        topics=("sanction",),
        notes=text_of(party, "Comment") or None,
        line=line,
    )


def _name(name: Element, profile: Element, tables: _Tables) -> str:
    """A documented name with its surname last, as people say it."""
    groups = {
        group.get("ID"): tables.values.get(("NamePartType", group.get("NamePartTypeID", "")), "")
        for group in profile.iterfind("Identity/NamePartGroups/MasterNamePartGroup/NamePartGroup")
    }
    parts = [
        (groups.get(part.get("NamePartGroupID")) or "", (part.text or "").strip())
        for part in name.iterfind("DocumentedNamePart/NamePartValue")
    ]
    parts.sort(key=lambda part: _place_in_name(part[0]))
    return " ".join(text for _, text in parts if text)


def _place_in_name(kind: str) -> int:
    """Where a part of this kind stands in a name."""
    return {"First Name": 0, "Middle Name": 1, "Patronymic": 2, "Matronymic": 3, "Last Name": 4}.get(kind, 3)


def _features(profile: Element, kind: str, tables: _Tables) -> tuple[list[str], str | None, list[str]]:
    """Dates of birth, gender, and countries of a party."""
    births, gender, places = [], None, []
    for feature in profile.iterfind("Feature"):
        what = feature.get("FeatureTypeID")
        if what == _BIRTH:
            births += [day for start in feature.iterfind(".//Start/From") if (day := _date(start))]
        elif what == _GENDER:
            gender = next(iter(_details(feature, tables)), "").lower() or None
        elif what in _COUNTRIES or (what == _ADDRESS and kind != "Person"):
            located = (place.get("LocationID", "") for place in feature.iterfind(".//VersionLocation"))
            places += [name for location in located for name in tables.places.get(location, ())]
            places += _details(feature, tables)
    return births, gender, places


def _details(feature: Element, tables: _Tables) -> tuple[str, ...]:
    """The details of a feature, those of the tables too."""
    referred = (
        tables.values.get(("DetailReference", detail.get("DetailReferenceID", "")), "")
        for detail in feature.iterfind(".//VersionDetail")
    )
    return (*texts_of(feature, ".//VersionDetail"), *(value for value in referred if value))


def _listings(record: Element, tables: _Tables) -> Iterator[Listing]:
    """The programmes of a sanctions entry, each with the day of the entry."""
    dates = [day for event in record.iterfind("EntryEvent/Date") if (day := _date(event))]
    bases = [
        basis
        for event in record.iterfind("EntryEvent")
        if (basis := tables.values.get(("LegalBasis", event.get("LegalBasisID", ""))))
    ]
    programmes = texts_of(record, "SanctionsMeasure/Comment") or (None,)
    for programme in programmes:
        yield Listing(
            programme=programme,
            authority="us",
            listed_on=min(dates, default=None),
            reference=bases[0] if bases else None,
        )


def _date(element: Element) -> str | None:
    """Year, month and day below an element, as precise as they are."""
    year, month, day = (text_of(element, part) for part in ("Year", "Month", "Day"))
    if not year.isdigit():
        return None
    if not month.isdigit():
        return f"{int(year):04}"
    return (
        f"{int(year):04}-{int(month):02}-{int(day):02}"
        if day.isdigit()
        else f"{int(year):04}-{int(month):02}"
    )
