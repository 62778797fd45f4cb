"""Each loader gives the one shape."""

import importlib.util
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from verbale.errors import RegisterError
from verbale.registers import BadRow, Entry, Listing, LoadOptions, RollCall, Row, Tenure, load_rows

Write = Callable[[str, str], Path]


def load_samples() -> ModuleType:
    spec = importlib.util.spec_from_file_location("register_samples", Path(__file__).with_name("samples.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


samples = load_samples()


def load(kind: str, paths: list[Path], options: LoadOptions) -> list[Row]:
    return list(load_rows(kind, paths, options))


def entries(rows: list[Row]) -> list[Entry]:
    return [row for row in rows if isinstance(row, Entry)]


def test_ofac_csv_joins_its_four_files(write: Write, options: LoadOptions) -> None:
    files = [
        write("COMMENTS.CSV", samples.COMMENTS_CSV),
        write("SDN.CSV", samples.SDN_CSV),
        write("ALT.CSV", samples.ALT_CSV),
        write("ADD.CSV", samples.ADD_CSV),
    ]
    rows = load("ofac", files, options)
    assert not [row for row in rows if isinstance(row, BadRow)]
    person, firm, ship = entries(rows)
    assert person.names == ("Peter HRONEC", "Pyotr HRONEC")
    assert person.weak_names == ("PETKO",)
    assert (person.schema, person.gender, person.countries) == ("Person", "male", ("sk", "rs"))
    assert person.birth_dates == ("1970-03-03", "1971")
    assert person.identifiers == (("Passport", "X123"),)
    assert person.listings == (Listing(programme="BALKANS-EO14033", authority="us"),)
    assert firm.names == ("HRONEC STEEL D.O.O.", "HRONEC METALS")
    assert [listing.programme for listing in firm.listings] == ["BALKANS-EO14033", "GLOMAG"]
    assert (firm.schema, firm.countries) == ("Organization", ("sk",))
    assert (ship.schema, ship.countries) == ("Vessel", ("pa",))
    assert ship.identifiers == (("Vessel Registration Identification", "9074729"),)


def test_ofac_csv_with_a_header_added(write: Write, options: LoadOptions) -> None:
    path = write("sdn.csv", "ID,Name,Type,P,T,C,V,To,G,F,O,Remarks\n" + samples.SDN_CSV)
    assert [entry.id for entry in entries(load("ofac", [path], options))] == ["101", "102", "103"]


@pytest.mark.parametrize("text", [samples.SDN_XML, samples.SDN_ADVANCED], ids=["SDN.XML", "SDN_ADVANCED.XML"])
def test_ofac_xml(write: Write, options: LoadOptions, text: str) -> None:
    person = entries(load("ofac", [write("sdn.xml", text)], options))[0]
    assert person.id == "101"
    assert person.name.lower() == "peter hronec"
    assert [name.lower() for name in person.weak_names] == ["petko"]
    assert (person.birth_dates, person.countries, person.gender) == (("1970-03-03",), ("sk",), "male")
    assert person.listings[0].programme == "BALKANS-EO14033"


def test_only_the_advanced_file_has_dates_of_listing(write: Write, options: LoadOptions) -> None:
    plain = entries(load("ofac", [write("a.xml", samples.SDN_XML)], options))[0]
    advanced = entries(load("ofac", [write("b.xml", samples.SDN_ADVANCED)], options))[0]
    assert plain.listings[0].listed_on is None
    assert advanced.listings[0].listed_on == "2023-07-11"
    assert advanced.listings[0].reference == "Executive Order 14033"


def test_un(write: Write, options: LoadOptions) -> None:
    person, body = entries(load("un", [write("un.xml", samples.UN_XML)], options))
    assert person.names == ("PETER HRONEC", "Петер Хронец")
    assert person.weak_names == ("PETKO",)
    assert person.positions == ("Colonel",)
    assert person.listings[0].listed_on == "2023-07-11"
    assert person.listings[0].reference == "CDi.900"
    assert (person.line, body.schema, body.countries) == (3, "Organization", ("sk",))


def test_eu_takes_the_day_of_designation_not_of_an_amendment(write: Write, options: LoadOptions) -> None:
    person, body = entries(load("eu", [write("eu.xml", samples.EU_XML)], options))
    assert (person.id, person.names, person.weak_names) == ("EU.900.1", ("Peter HRONEC",), ("Petko",))
    assert (person.countries, person.gender, person.positions) == (("sk",), "male", ("Director",))
    assert person.listings[0].listed_on == "2023-07-11"
    assert body.listings[0].listed_on == "2022-02-25"
    undesignated = samples.EU_XML.replace('designationDate="2023-07-11"', "")
    person, _ = entries(load("eu", [write("eu2.xml", undesignated)], options))
    assert person.listings[0].listed_on is None


def test_uk_puts_the_rows_of_a_designation_together(write: Write, options: LoadOptions) -> None:
    person, firm = entries(load("uk", [write("uk.csv", samples.UK_CSV)], options))
    assert person.names == ("Peter Jan HRONEC", "Петер Хронец")
    assert person.weak_names == ("Peter HRONEC",)
    assert person.birth_dates == ("1970-03-03", "1971")
    assert person.countries == ("sk", "rs")
    assert person.listings[0].listed_on == "2023-07-11"
    assert (firm.schema, firm.countries) == ("Organization", ("sk",))


def test_unga_layouts_agree(write: Write, options: LoadOptions) -> None:
    wide = load("unga", [write("t.csv", samples.UNGA_TITLES), write("w.csv", samples.UNGA_WIDE)], options)
    long = load("unga", [write("l.csv", samples.UNGA_LONG)], options)
    library = load("unga", [write("d.csv", samples.UNGA_LIBRARY)], options)
    calls = [[row for row in rows if isinstance(row, RollCall)] for rows in (wide, long, library)]
    assert [len(found) for found in calls] == [2, 2, 1]
    assert calls[0][0].votes == (("rs", "against"), ("sk", "for"), ("us", "for"))
    assert calls[0][1].votes == (("rs", "absent"), ("sk", "abstain"))
    assert calls[1][0].votes == (("rs", "against"), ("sk", "for"))
    assert calls[2][0].votes == (("rs", "against"), ("sk", "for"), ("us", "abstain"))
    for call in (calls[0][0], calls[2][0]):
        assert (call.symbol, call.title, call.date) == ("A/RES/78/900", "Day of remembrance", "2024-05-23")


def test_officeholders(write: Write, options: LoadOptions) -> None:
    rows = load("officeholders", [write("o.csv", samples.OFFICEHOLDERS)], replace(options, country="sk"))
    assert rows[0] == Tenure(
        "Peter Hronec",
        "Minister of Defence",
        "sk",
        start="2017-06-29",
        end="2020-10-28",
        wikidata="Q900",
        line=2,
    )
    assert isinstance(rows[1], Tenure)
    assert (rows[1].start, rows[1].end) == ("2020", None)


def test_officeholders_with_columns_of_other_names(write: Write, options: LoadOptions) -> None:
    path = write("o.csv", "wer,was,wo\nPeter Hronec,Minister,Slovakia\n")
    with pytest.raises(RegisterError, match="--column person=NAME"):
        load("officeholders", [path], options)
    columns = {"person": "wer", "position": "was", "country": "wo"}
    assert load("officeholders", [path], replace(options, columns=columns)) == [
        Tenure("Peter Hronec", "Minister", "sk", line=2)
    ]
    with pytest.raises(RegisterError, match="no column 'who'"):
        load("officeholders", [path], replace(options, columns={"person": "who"}))


def test_ftm(write: Write, options: LoadOptions) -> None:
    rows = load("ftm", [write("e.jsonl", samples.FTM)], options)
    person, listing, position, office, membership = rows
    assert isinstance(person, Entry)
    assert person.names == ("Peter Hronec", "Петер Хронец")
    assert (person.weak_names, person.wikidata, person.topics) == (
        ("Petko",),
        "Q900",
        ("sanction", "role.pep"),
    )
    assert isinstance(listing, Listing)
    assert (listing.entry_id, listing.listed_on, listing.programme) == ("Q900", "2023-07-11", "BALKANS")
    assert isinstance(position, Entry)
    assert isinstance(office, Tenure)
    assert (office.holder_id, office.post_id, office.start, office.end) == (
        "Q900",
        "p-1",
        "2017-06-29",
        "2020-10-28",
    )
    assert isinstance(membership, Tenure)
    assert (membership.organization, membership.position, membership.start) == (
        "Morava Club",
        "member",
        "2015",
    )


def test_ftm_nested_sanctions_point_at_their_target(write: Write, options: LoadOptions) -> None:
    line = (
        '{"id": "x", "schema": "Person", "properties": {"name": ["Peter Hronec"], "sanctions": [{"id": "s", '
        '"schema": "Sanction", "properties": {"listingDate": ["2023-07-11"]}}]}}\n'
    )
    person, listing = load("ftm", [write("n.json", line)], options)
    assert isinstance(person, Entry)
    assert isinstance(listing, Listing)
    assert (listing.entry_id, listing.listed_on) == ("x", "2023-07-11")
