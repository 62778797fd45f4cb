"""A store with small lists of invented people."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from verbale.record import Store
from verbale.record.registers.adding import NewVersion, add_register
from verbale.registers import Entry, Listing, RollCall, Row, Tenure

NOW = datetime(2024, 7, 1, 12, tzinfo=UTC)

KOVAC = Entry(
    "7", "Person", ("Ján Kováč",), countries=("sk",), topics=("sanction",), listings=(Listing("A", "us"),)
)
HRONEC = Entry(
    "8", "Person", ("Peter HRONEC",), countries=("sk",), birth_dates=("1970-03-03",), topics=("sanction",),
    listings=(Listing("BALKANS", "us"),),
)  # fmt: skip
DATED = Entry(
    "EU.1", "Person", ("Peter Hronec",), countries=("sk",), topics=("sanction",),
    listings=(Listing("UKR", "eu", listed_on="2023-07-11"),),
)  # fmt: skip
BADOWSKI = Entry("9", "Person", ("Piotr Badowski",), countries=("pl",), topics=("sanction",))


def add(
    store: Store,
    name: str,
    kind: str,
    issued: date,
    rows: list[Row],
    authority: str | None = None,
    *,
    complete: bool = False,
) -> None:
    version = NewVersion(name, kind, issued, f"{name}{issued}", complete, authority)
    add_register(store, version, rows, now=NOW)


@pytest.fixture
def lists(tmp_path: object) -> Iterator[Store]:
    """OFAC's list of January 2023 and August 2023, the EU's, a table of ministers, roll calls."""
    with Store.open(f"{tmp_path}/verbale.db") as store:
        add(store, "ofac", "ofac", date(2023, 1, 15), [KOVAC, BADOWSKI], "us", complete=True)
        add(store, "ofac", "ofac", date(2023, 8, 1), [KOVAC, HRONEC], "us", complete=True)
        add(store, "eu", "eu", date(2023, 9, 1), [DATED], "eu")
        ministers: list[Row] = [
            Tenure("Peter Hronec", "Minister of Defence", "sk", start="2017-06-29", end="2020-10-28", line=2),
            Tenure("Peter Hronec", "Prime Minister of Slovakia", "sk", start="2020-10-28", line=3),
        ]
        add(store, "cabinet", "officeholders", date(2022, 10, 1), ministers)
        calls: list[Row] = [
            RollCall(
                "1",
                "2024-05-23",
                "UN General Assembly",
                (("cn", "abstain"), ("ru", "against"), ("sk", "for")),
            ),
            RollCall(
                "2", "2024-05-10", "UN General Assembly", (("ru", "for"),), title="Admission of new members"
            ),
            RollCall(
                "3",
                "2024-05-10",
                "UN General Assembly",
                (("ru", "against"),),
                title="Oil slick on the shores",
            ),
        ]
        add(store, "unga", "unga", date(2024, 6, 4), calls)
        yield store
