"""The test for relevance: what it lets through, what it leaves out, and that batches count it."""

import json
from pathlib import Path

import pytest

from verbale.batch.options import BatchOptions
from verbale.batch.readings import read_back
from verbale.batch.relevance import LEAD, is_relevant
from verbale.batch.run import run_batch
from verbale.lexicon.predicates import load_predicates
from verbale.lexicon.relevance import form_table, load_telling_words
from verbale.lexicon.tables import load_table
from verbale.lexicon.titles import load_titles
from verbale.model import Reading, Report

HERE = Path(__file__).parents[2]
OTHER = (
    "Astronomers found a star that is smaller than Saturn, they said on Monday.",
    "The singer played her new songs for two hours, and the crowd was delighted.",
    "The mathematician died of pneumonia in California, aged 101.",
)


@pytest.mark.parametrize("text", OTHER)
def test_news_of_other_things_is_left_out(text: str) -> None:
    assert not is_relevant(Report("r", text))


@pytest.mark.parametrize(
    "text",
    [
        "PARLIAMENT RATIFIED THE TREATY.",
        "The army overthrew the government.",
        "Norway's ambassadors were expelled.",
        "A U.N.-sanctioned force arrived.",
        "The parties’ ministers met.",
        "The parliament of the Netherlands recognizes it.",
        "A Russian drone strikes a block of flats in Fastiv, killing at least three people.",
        "Gunmen kill five soldiers and injure others near the border.",
        "Canada announces a tariff of a quarter on cars.",
    ],
)
def test_a_form_of_a_telling_word_is_enough(text: str) -> None:
    assert is_relevant(Report("r", text))


def test_a_telling_word_counts_in_the_title_and_only_at_the_beginning_of_the_text() -> None:
    filler = "It was a fine day by the sea. " * LEAD
    assert not is_relevant(Report("r", f"{filler} The minister resigned."))
    assert is_relevant(Report("r", filler, title="Minister resigns"))
    assert is_relevant(Report("r", f"The minister resigned. {filler}"))


def test_part_of_a_longer_word_is_no_word() -> None:
    assert "ban" in load_telling_words()
    assert not is_relevant(Report("r", "The urban band and the bank."))


def test_the_words_of_the_table_are_words_of_the_lexicon() -> None:
    table = load_table("en", "relevance.yaml")
    predicates = load_predicates()
    known = {*predicates.verbs, *predicates.nouns, *predicates.adjectives} | {
        noun.word for noun in load_titles().nouns.values()
    }
    known = {word.lower() for word in known}
    assert set(table["common"]) <= known
    assert set(table["irregular"]) <= known
    regular = {
        form for form, bases in form_table().items() for base in bases if base not in table["irregular"]
    }
    assert {"imposed", "ratifies", "banned", "speeches"} <= regular


def test_hardly_a_claim_of_annotated_reports_is_lost() -> None:
    gold = [json.loads(path.read_text("utf-8")) for path in (HERE / "newswire").glob("*.json")]
    lost = [
        len(each["claims"])
        for each in gold
        if not is_relevant(Report("r", each["report"]["text"], title=each["report"]["title"]))
    ]
    assert sum(lost) <= 0.01 * sum(len(each["claims"]) for each in gold)


def test_hardly_a_claim_of_the_gold_sets_is_lost(shared: Path) -> None:
    for folder in ("train", "dev"):
        gold = [json.loads(path.read_text("utf-8")) for path in (shared / "gold" / folder).glob("*.json")]
        lost = [
            len(each["claims"])
            for each in gold
            if not is_relevant(Report("r", each["report"]["text"], title=each["report"]["title"]))
        ]
        assert sum(lost) <= 0.01 * sum(len(each["claims"]) for each in gold), folder


@pytest.mark.usefixtures("ray_session")
def test_a_batch_counts_what_it_leaves_out_and_reads_it_when_asked(tmp_path: Path) -> None:
    texts = [*OTHER, "Kenya recalled its ambassador from Norway."]
    source = tmp_path / "mixed.jsonl"
    source.write_text("".join(json.dumps({"id": f"r{n}", "text": t}) + "\n" for n, t in enumerate(texts)))
    some = run_batch([str(source)], str(tmp_path / "out"), BatchOptions())
    assert (some.counts.documents, some.counts.irrelevant, some.counts.read) == (4, 3, 1)
    everything = run_batch([str(source)], str(tmp_path / "out"), BatchOptions(only_relevant=False))
    assert (everything.counts.documents, everything.counts.irrelevant, everything.counts.read) == (4, 0, 4)
    assert len([each for each in read_back(tmp_path / "out") if isinstance(each, Reading)]) == 4
