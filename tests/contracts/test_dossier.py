"""Dossiers, timelines and ties, in every kind of store."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from readings import NOW, actor, add, body, claim, make_reading, person
from sqlalchemy import insert

from verbale.export.dossiers.document import make_dossier, make_ties, make_timeline
from verbale.export.dossiers.html import write_html
from verbale.export.dossiers.markdown import write_markdown
from verbale.record import Store
from verbale.record import tables as t
from verbale.record.queries.dealings import list_dealings
from verbale.record.queries.dossier import Dossier, dossier
from verbale.record.queries.filters import Filters
from verbale.record.queries.stream import stream_claims
from verbale.record.queries.ties import list_counterparts
from verbale.record.queries.timeline import load_timeline
from verbale.record.queries.who import find_one
from verbale.record.registers.adding import NewVersion, add_register
from verbale.record.reviewing import review_claim
from verbale.registers import Entry

ANNA, MARKO = person("Anna Nowak", "pl"), person("Marko Petrov", "rs")
PEOPLE = [ANNA, MARKO, actor("state", "Serbia", "rs"), body("Green Party", "pl"), person("Ola <b>Nord", "no")]
MET = claim("meet", "Anna Nowak; Marko Petrov", when="2024-06-03", place="Vienna")


@pytest.fixture
def told(store: Store) -> Store:
    """Five reports of four publishers on two people."""
    office = ("Finance Minister", None, "pl")
    add(
        store,
        make_reading(
            "r1",
            PEOPLE,
            [
                claim("meet", "Anna Nowak; Marko Petrov", when="2024-06-03", status="planned"),
                claim("hold_office", "Anna Nowak", office=office),
                claim("accuse", "Ola <b>Nord", "Anna Nowak", topic="lying", attributed_to="Green Party"),
            ],
            published="2024-06-01",
        ),
        make_reading(
            "r2", PEOPLE, [MET, claim("hold_office", "Anna Nowak", office=office)], publisher="The Post"
        ),
        make_reading(
            "r3",
            PEOPLE,
            [claim("meet", "Anna Nowak; Marko Petrov", when="2024-06-04", place="Vienna")],
            publisher="The Sun",
            published="2024-06-05",
        ),
        make_reading(
            "r4",
            PEOPLE,
            [
                claim(
                    "meet",
                    "Anna Nowak; Marko Petrov",
                    when="2024-06-03",
                    negated=True,
                    attributed_to="Serbia",
                )
            ],
            publisher="The Paper",
            published="2024-06-06",
        ),
        make_reading(
            "r5", PEOPLE, [claim("sanction", "Serbia", "Anna Nowak", when="2023-07-01..2023-07-31")]
        ),
    )
    return store


def load(store: Store, name: str = "Anna Nowak", filters: Filters | None = None, **more: object) -> Dossier:
    with store.connect() as conn:
        found = dossier(conn, find_one(conn, name), filters, **more)  # type: ignore[arg-type]
    assert found is not None
    return found


def test_a_dossier_has_one_line_a_happening_with_sources_and_standing(told: Store) -> None:
    found = load(told)
    (meeting,) = next(each for each in found.sections if each.heading == "Meetings, calls and visits").lines
    assert (meeting.when, meeting.text) == ("3 June 2024", "Anna Nowak met Marko Petrov in Vienna")
    assert meeting.standing == ("4 outlets", "denied by Serbia")
    assert meeting.differences == (
        "reports differ on the day: 3 June 2024 (The Paper, The Post, The Wire); 4 June 2024 (The Sun)",
        "announced 1 June 2024",
    )
    assert [source.publisher for source in meeting.sources] == [
        "The Wire",
        "The Post",
        "The Sun",
        "The Paper",
    ]
    assert [tie.other.name for tie in found.ties] == ["Marko Petrov", "Ola <b>Nord", "Serbia"]
    assert [(state.title, len(state.claims)) for state in found.states] == [
        ("Finance Minister", 2),
        ("sanctions", 1),
    ]


def test_as_markdown_it_has_no_ids_and_no_markup_of_strangers(told: Store) -> None:
    text = write_markdown(make_dossier(load(told)))
    assert "identity:" not in text
    assert "claim:" not in text
    lines = text.splitlines()
    assert lines[:4] == [
        "# Anna Nowak",
        "",
        "Person, Poland.  ",
        "8 claims, reported 1 June 2024 to 6 June 2024.  ",
    ]
    first, second, last = (
        f"[{paper}, “Title of {name}”, {day} June 2024](https://example.org/{name})"
        for paper, name, day in (("The Wire", "r1", 1), ("The Post", "r2", 4), ("The Wire", "r5", 4))
    )
    office = "- **said so from 1 June 2024 to 4 June 2024**: Finance Minister of Poland. 2 reports."
    assert f"{office} ({first}; {second})" in lines
    assert f"- **from July 2023**: Sanctions by Serbia. 1 report. ({last})" in lines
    assert (
        "- **reported 1 June 2024**: Ola \\<b\\>Nord accused Anna Nowak of lying. According to the Green Party; one outlet. "
        "([The Wire, “Title of r1”, 1 June 2024](https://example.org/r1))"
    ) in lines
    page = write_html(make_dossier(load(told)))
    assert "Ola &lt;b&gt;Nord accused" in page
    assert (
        '<a href="https://example.org/r1" rel="noreferrer">The Wire, “Title of r1”, 1 June 2024</a>' in page
    )


def test_claims_that_say_the_same_are_one_line(store: Store) -> None:
    said = claim("support", "Anna Nowak", "Serbia", object="the treaty")
    add(
        store,
        make_reading("r1", PEOPLE, [said], published="2024-01-01"),
        make_reading("r2", PEOPLE, [said], published="2024-05-01", publisher="The Post"),
    )
    (section,) = load(store).sections
    (line,) = section.lines
    assert (line.text, line.standing) == ("Anna Nowak backed Serbia (the treaty)", ("2 outlets",))
    assert line.when == "reported 1 January 2024"


def test_reprints_are_told_and_are_no_further_source(store: Store) -> None:
    first = make_reading("r1", PEOPLE, [claim("praise", "Anna Nowak", "Serbia")])
    add(store, first)
    for nth in (2, 3):
        copy = replace(first.report, id=f"r{nth}", publisher=f"Copy {nth}")
        add(store, replace(first, report=copy))
    (section,) = load(store).sections
    (line,) = section.lines
    assert line.standing == ("one outlet", "reprinted 2 times")
    assert [source.publisher for source in line.sources] == ["The Wire"]


def test_who_says_the_same_in_fewer_words_adds_no_line(store: Store) -> None:
    claims = [
        claim("criticise", "Marko Petrov", "Anna Nowak"),
        claim("criticise", "Marko Petrov", "Anna Nowak", topic="her budget for roads"),
        claim("criticise", "Marko Petrov", "Anna Nowak", topic="budget"),
        claim("criticise", "Marko Petrov", "Anna Nowak", topic="her speech"),
        claim("criticise", "Marko Petrov", "Anna Nowak", when="2024-06-03"),
    ]
    add(store, make_reading("r1", PEOPLE, claims))
    (section,) = load(store).sections
    assert [line.text for line in section.lines] == [
        "Marko Petrov criticised Anna Nowak: her budget for roads",
        "Marko Petrov criticised Anna Nowak: her speech",
        "Marko Petrov criticised Anna Nowak",
    ]
    assert [len(line.claims) for line in section.lines] == [3, 1, 1]


def test_reviews_filters_and_the_past_are_heeded(told: Store) -> None:
    with told.begin() as conn:
        accused = next(row for row in stream_claims(conn) if row.type == "accuse")
        review_claim(conn, accused.id, "reject", by="eva", why="", now=NOW + timedelta(days=1))
    assert "Criticism, demands and warnings" not in {each.heading for each in load(told).sections}
    assert "Criticism, demands and warnings" in {each.heading for each in load(told, as_of=NOW).sections}
    assert [each.heading for each in load(told, filters=Filters(until=date(2023, 12, 31))).sections] == [
        "Sanctions"
    ]
    with told.connect() as conn:
        assert dossier(conn, "identity:000000000000") is None


def test_a_claim_corrected_to_a_state_is_told_among_the_states(told: Store) -> None:
    with told.begin() as conn:
        accused = next(row for row in stream_claims(conn) if row.type == "accuse")
        values = {"type": "belong", "actor": ["Anna Nowak"], "recipient": ["Green Party"]}
        review_claim(conn, accused.id, "correct", values, by="eva", why="", now=NOW)
    found = load(told)
    assert "Criticism, demands and warnings" not in {each.heading for each in found.sections}
    assert [state.title for state in found.states] == ["Finance Minister", "member", "sanctions"]


def test_a_section_says_when_it_leaves_lines_out(store: Store) -> None:
    claims = [claim("say", "Anna Nowak", topic=f"point {nth}") for nth in range(5)]
    add(store, make_reading("r1", PEOPLE, claims))
    short, whole = (load(store, limit=limit).sections[0] for limit in (2, 5))
    assert (len(short.lines), short.claims, short.complete) == (2, 5, False)
    assert (len(whole.lines), whole.complete) == (5, True)
    assert "The latest are shown; there are 5 claims." in write_markdown(make_dossier(load(store, limit=2)))


def test_registers_stand_beside_lines_and_matches_in_a_part_of_their_own(told: Store) -> None:
    version = NewVersion("ofac", "ofac", date(2024, 6, 1), "0" * 64)
    added = add_register(told, version, [Entry("1", "Person", ("Anna Nowak",))], now=NOW)
    with told.begin() as conn:
        row = next(each for each in stream_claims(conn) if each.type == "sanction")
        verdict = {"claim_id": row.id, "verdict": "borne_out", "rule": "listed", "register": "ofac"}
        verdict |= {"register_key": added.key, "evidence": {}, "note": "", "recorded_at": NOW}
        conn.execute(insert(t.verdicts), {"key": 1, **verdict})
    (line,) = next(each for each in load(told).sections if each.heading == "Sanctions").lines
    assert line.standing == ("one outlet", "borne out by ofac of 1 June 2024")
    (state,) = (each for each in load(told).states if each.title == "sanctions")
    assert state.standing == ("borne out by ofac of 1 June 2024",)
    text = write_markdown(make_dossier(load(told)))
    assert "Sanctions by Serbia. 1 report; borne out by ofac of 1 June 2024." in text


def test_a_contradiction_says_why(told: Store) -> None:
    with told.begin() as conn:
        row = next(each for each in stream_claims(conn) if each.type == "sanction")
        verdict = {"claim_id": row.id, "verdict": "contradicted", "rule": "listing-date", "register": "eu"}
        verdict |= {
            "evidence": {},
            "note": "eu of 2023-09-01 dates the listing 2023-07-11, the report says otherwise",
        }
        conn.execute(insert(t.verdicts), {"key": 1, **verdict, "recorded_at": NOW})
    (line,) = next(each for each in load(told).sections if each.heading == "Sanctions").lines
    why = "eu of 1 September 2023 dates the listing 11 July 2023, the report says otherwise"
    assert line.standing == ("one outlet", f"contradicted by a register: {why}")


def test_a_timeline_of_two_is_told_in_the_order_of_time(told: Store) -> None:
    with told.connect() as conn:
        anna, serbia = (find_one(conn, name) for name in ("Anna Nowak", "Serbia"))
        both = load_timeline(conn, [anna, serbia])
        one = load_timeline(conn, [anna])
        short = load_timeline(conn, [anna], limit=1)
    assert [line.text for line in both.lines] == ["Serbia imposed sanctions on Anna Nowak"]
    text = write_markdown(make_timeline("Anna Nowak", one.lines, left_out=not one.complete))
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# Anna Nowak",
        "## 2023",
        "## 2024",
    ]
    assert (len(short.lines), short.complete, one.complete) == (1, False, True)
    assert short.to_dict()["lines"][0]["text"] == "Anna Nowak met Marko Petrov in Vienna"


def test_ties_count_by_type_and_year(told: Store) -> None:
    with told.connect() as conn:
        found = list_counterparts(list_dealings(conn, find_one(conn, "Anna Nowak")))
    assert [(tie.other.name, tie.claims, tie.types) for tie in found][:1] == [
        ("Marko Petrov", 3, {"meet": 3})
    ]
    text = write_markdown(make_ties("Ties of Anna Nowak", found))
    assert "- **June 2024**: Marko Petrov: 3 claims. 3 meetings." in text
    assert found[0].to_dict()["years"] == {"2024": 3}


def test_names_that_differ_in_case_alone_are_told_once(store: Store) -> None:
    named = [body(name, "hk") for name in ("Police", "police")]
    add(
        store,
        *(make_reading(f"r{nth}", [one], [claim("say", one.name)]) for nth, one in enumerate(named)),
    )
    text = write_markdown(make_dossier(load(store, "Hong Kong police")))
    assert "Also called" not in text


def test_where_the_claim_that_speaks_for_an_event_was_rejected_the_next_best_does(told: Store) -> None:
    with told.begin() as conn:
        first = next(row for row in stream_claims(conn) if row.report_id == "r2" and row.type == "meet")
        review_claim(conn, first.id, "reject", by="eva", why="", now=NOW + timedelta(days=1))
    (meeting,) = next(
        each for each in load(told).sections if each.heading == "Meetings, calls and visits"
    ).lines
    assert (meeting.when, [each.publisher for each in meeting.sources]) == (
        "4 June 2024",
        ["The Wire", "The Sun", "The Paper"],
    )


def test_a_denial_by_nobody_who_is_named_is_one_all_the_same(store: Store) -> None:
    people = [person("Anna Nowak"), person("Marko Petrov")]
    for report, negated in (("r1", False), ("r2", True)):
        said = claim("meet", "Anna Nowak; Marko Petrov", when="2024-06-03", negated=negated)
        add(store, make_reading(report, people, [said], publisher="", published="2024-06-04"))
    (meeting,) = next(each for each in load(store).sections if each.heading.startswith("Meetings")).lines
    assert meeting.standing == ("2 outlets", "denied")
