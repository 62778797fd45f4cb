from pathlib import Path
from typing import Any

import pytest

from verbale.errors import DataError
from verbale.lexicon import predicates
from verbale.lexicon.predicates import PredicateLexicon, Row, load_predicates
from verbale.lexicon.tables import parse_table

HEAD = "type: meet\nrows:\n"
GOOD = '- {id: meet.a, verb: meet, actor: [subj, with], examples: ["They met."]}'


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A function: the lexicon of files given by their content."""
    folder = tmp_path / "predicates"
    folder.mkdir()

    def read(**files: str) -> PredicateLexicon:
        for name, content in files.items():
            (folder / f"{name}.yaml").write_text(content)
        return load_predicates.__wrapped__()

    def table(language: str, kind: str, name: str) -> Any:
        return parse_table((folder / name).read_text())

    monkeypatch.setattr(predicates, "data_path", lambda *parts: folder)
    monkeypatch.setattr(predicates, "load_table", table)
    return read


def test_a_row_is_found_by_each_of_its_triggers(load: Any) -> None:
    lexicon = load(
        meet=HEAD + '- {id: m, verb: [meet, confer], noun: [talks], adjective: closeted, examples: ["x"]}'
    )
    assert [row.id for row in lexicon.rows] == ["m"]
    assert {*lexicon.verbs} == {"meet", "confer"}
    assert {*lexicon.nouns} == {"talks"}
    assert {*lexicon.adjectives} == {"closeted"}


def test_one_word_is_a_list_of_one(load: Any) -> None:
    row = load(meet=HEAD + GOOD).rows[0]
    assert row.verb == ("meet",)
    assert row.actor == ("subj", "with")
    assert row.requires == ("actor",)


def test_defaults_hold_unless_a_row_says_otherwise(load: Any) -> None:
    rows = load(
        meet="type: prosecute\ndefaults: {mode: arrest, recipient: obj}\nrows:\n"
        '- {id: p.a, verb: arrest, examples: ["x"]}\n'
        '- {id: p.b, verb: charge, mode: charge, examples: ["x"]}'
    ).rows
    assert [(row.mode, row.recipient) for row in rows] == [("arrest", ("obj",)), ("charge", ("obj",))]


def test_lists_of_the_file_stand_for_their_words(load: Any) -> None:
    row = load(
        meet="type: meet\nlists: {meetings: [talks, summit]}\nrows:\n"
        '- {id: m, verb: hold, where: {obj: ["@meetings", session]}, unless: {subj: "*"}, examples: ["x"]}'
    ).rows[0]
    assert row.where == {"obj": frozenset({"talks", "summit", "session"})}
    assert row.unless == {"subj": frozenset({"*"})}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('{id: m, verb: meet, exmples: ["x"]}', "unknown key 'exmples'"),
        ('{id: m, verb: meet, type: call, examples: ["x"]}', "unknown key 'type'"),
        ("{id: m, verb: meet}", "examples"),
        ("{id: m, verb: meet, examples: []}", "examples"),
        ('{id: m, actor: subj, examples: ["x"]}', "trigger"),
        ('{id: m, verb: [], examples: ["x"]}', "trigger"),
        ('{verb: meet, examples: ["x"]}', "id"),
        ('{id: m, verb: "@nobody", examples: ["x"]}', "no list 'nobody'"),
        ('{id: m, verb: hold, where: {obj: ["@nobody"]}, examples: ["x"]}', "no list 'nobody'"),
    ],
)
def test_a_bad_row_is_named_with_its_file(load: Any, row: str, message: str) -> None:
    with pytest.raises(DataError, match=message) as caught:
        load(meet=HEAD + "- " + row)
    assert "meet.yaml" in str(caught.value)


def test_a_doubled_id_is_named(load: Any) -> None:
    with pytest.raises(DataError, match=r"'meet\.a' stands twice"):
        load(meet=HEAD + GOOD, visit=HEAD + GOOD)


def test_files_that_are_no_tables_are_left_alone(load: Any, tmp_path: Path) -> None:
    (tmp_path / "predicates" / "notes.txt").write_text("{")
    assert len(load(meet=HEAD + GOOD).rows) == 1


@pytest.mark.parametrize(
    ("plain", "asking"),
    [
        ({}, {"where": {"obj": frozenset({"talks"})}}),
        ({}, {"particle": "up"}),
        ({}, {"voice": "passive"}),
        ({}, {"requires": ("actor", "recipient")}),
        ({"requires": ("actor", "recipient")}, {"requires": ("actor", "two")}),
    ],
)
def test_the_more_a_row_asks_for_the_more_it_weighs(plain: dict[str, Any], asking: dict[str, Any]) -> None:
    assert Row("b", "meet", **asking).weight > Row("a", "meet", **plain).weight


def test_rows_of_one_trigger_come_weightiest_first(load: Any) -> None:
    lexicon = load(
        meet=HEAD + '- {id: light, verb: hold, examples: ["x"]}\n'
        '- {id: heavy, verb: hold, where: {obj: talks}, examples: ["x"]}\n'
        '- {id: later, verb: hold, examples: ["x"]}'
    )
    assert [row.id for row in lexicon.verbs["hold"]] == ["heavy", "light", "later"]


def test_shipped_rows_ask_only_for_what_the_matcher_knows() -> None:
    for row in load_predicates().rows:
        assert row.voice in (None, "active", "passive"), row.id
        assert row.split in (None, "actor", "recipient"), row.id
        assert {*row.kinds} <= {"actor", "recipient"}, row.id
        assert row.status in (None, "planned", "alleged", "called_for"), row.id
