"""Attribution: every row's own sentences, then chains, quotations and asides."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from verbale.lexicon.attribution import load_speech
from verbale.reading.attribution import attribute, attribution_chain, find_attributions
from verbale.reading.parse import load_model

ROWS = [(row.id, text) for row in load_speech().rows for text in (*row.examples, *row.counterexamples)]

# {speaker} in braces, [predicate] in brackets; without braces the report speaks for itself
CITED = [
    "The ministry said {Marin} thanked Norland for [supporting] the republic.",
    "The {ministry} said Marin [thanked] Norland for supporting the republic.",
    '"We [signed] the treaty. It took years," {Marin} said.',
    '"We signed the treaty," {Marin} said. "The army [left] the town in May."',
    '"We will never [recognise] the republic," said {Marin} on Monday.',
    "{Marin} announced he will [introduce] tariffs.",
    "{Marin} said in a statement that Norland had [closed] its embassy.",
    "According to the {police}, twenty people were [arrested].",
    "The {assembly} passed a resolution condemning the [attack] on the town.",
    "Marin [said] the army had left the town.",
    "Marin said he was tired, and Norland [closed] its embassy.",
    "The palace said the king would travel, after the army [attacked] the town.",
    "Marin says his party will not join the cabinet, [asking] the king to resign.",
    "{Norland} [announced] an agreement with the rebels.",
    "Marin [announced] his candidacy for president.",
    "{Marin} [emphasized] the American support for Norland.",
    "Twenty people were [arrested], according to a report citing the {police}.",
    "Police [arrested] a man who said he was innocent.",
]


def read(nlp: Language, marked: str) -> tuple[Doc, int, tuple[int, ...]]:
    """The Doc of a sentence, its bracketed token, and its token in braces."""
    text, places = "", {}
    for char in marked:
        if char in "[{":
            places[char] = len(text)
        elif char not in "]}":
            text += char
    doc = nlp(text)
    at = {token.idx: token.i for token in doc}
    return doc, at[places["["]], tuple(at[places[c]] for c in "{" if c in places)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model()


@pytest.mark.parametrize(("row", "text"), ROWS)
def test_row_cites_its_examples(nlp: Language, row: str, text: str) -> None:
    doc, trigger, speaker = read(nlp, text)
    attributions = find_attributions(doc)
    assert attribute(doc, trigger, attributions) == speaker
    if speaker:
        assert attributions.innermost[trigger].row == row


@pytest.mark.parametrize("text", CITED)
def test_predicate_is_cited_for(nlp: Language, text: str) -> None:
    doc, trigger, speaker = read(nlp, text)
    assert attribute(doc, trigger, find_attributions(doc)) == speaker


def test_chain_runs_outwards(nlp: Language) -> None:
    doc, trigger, _ = read(nlp, "The ministry said Marin thanked Norland for [supporting] the republic.")
    chain = attribution_chain(trigger, find_attributions(doc))
    assert [doc[link.cue].text for link in chain] == ["thanked", "said"]


def test_listener_and_kind(nlp: Language) -> None:
    doc = nlp('Marin told parliament that the raid was a "grave mistake" and an insult.')
    (told,) = find_attributions(doc)
    assert (doc[told.speakers[0]].text, doc[told.listener or 0].text, told.kind) == (
        "Marin",
        "parliament",
        "mixed",
    )


def test_direct_quotation_is_direct(nlp: Language) -> None:
    doc = nlp('"We have signed the treaty," Marin said.')
    (said,) = find_attributions(doc)
    assert said.kind in ("direct", "mixed")
    assert said.quotes == ((0, 8),)


def test_a_report_without_speech_has_no_attributions(nlp: Language) -> None:
    assert len(find_attributions(nlp("Norland signed the pact in May."))) == 0
