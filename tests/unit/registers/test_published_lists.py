"""The lists as they were published: every row is taken, and the ones we know are right."""

from pathlib import Path

import pytest

from verbale.registers import BadRow, Entry, LoadOptions, RollCall, Row, Tenure, load_rows

REGISTERS = Path(__file__).parents[4] / "shared" / "data" / "registers"
pytestmark = pytest.mark.skipif(not REGISTERS.is_dir(), reason="the sample registers lie beside the checkout")


def load(kind: str, *names: str, options: LoadOptions | None = None) -> list[Row]:
    rows = list(load_rows(kind, [REGISTERS / name for name in names], options))
    assert [row for row in rows if isinstance(row, BadRow)] == []
    return rows


def test_ofac_of_2023_and_of_2026() -> None:
    old = [row for row in load("ofac", "ofac_sdn_2023-01.csv") if isinstance(row, Entry)]
    new = {row.id: row for row in load("ofac", "ofac_sdn_excerpt_2026.csv") if isinstance(row, Entry)}
    assert len(old) == 11_443
    assert sum(entry.schema == "Person" for entry in old) == 5_890
    assert new["43736"].names == ("Aleksandar VULIN",)
    assert new["43736"].birth_dates == ("1972-10-02",)
    assert new["43736"].listings[0].programme == "BALKANS-EO14033"
    assert "43736" not in {entry.id for entry in old}


def test_un() -> None:
    rows = [row for row in load("un", "un_consolidated_2026-02.xml") if isinstance(row, Entry)]
    assert sum(row.schema == "Person" for row in rows) == 730
    assert sum(row.schema == "Organization" for row in rows) == 273
    assert all(row.listings[0].listed_on for row in rows)


def test_unga() -> None:
    options = LoadOptions(country_code={"RUS": "ru", "CHN": "cn", "SRB": "rs"}.get)
    rows = load("unga", "unga_roll_calls_1946-2024.csv", "unga_symbols_1946-2019.csv", options=options)
    calls = {row.id: row for row in rows if isinstance(row, RollCall)}
    assert len(rows) == 6_551
    assert dict(calls["9444"].votes)["ru"] == "against"
    assert calls["9444"].date == "2024-05-23"


def test_officeholders() -> None:
    rows = load(
        "officeholders", "cabinets/serbia-ministers.holders21.csv", "world-leaders_2022-10_wikidata.csv"
    )
    tenures = [row for row in rows if isinstance(row, Tenure)]
    assert len(tenures) == 164 + 424
    vulin = [row for row in tenures if row.holder == "Aleksandar Vulin"]
    assert len(vulin) == 4
    assert {row.wikidata for row in vulin} == {"Q11074974"}
