"""Factuality: every row's own sentences, then the ones that trip readers up."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from verbale.lexicon.factuality import load_cues
from verbale.reading.factuality import Factuality, assess
from verbale.reading.parse import load_model

EXAMPLES = [(row, text) for row in load_cues().rows for text in row.examples]
COUNTEREXAMPLES = [(row, text) for row in load_cues().rows for text in row.counterexamples]

# sentence with the predicate in [brackets], negated, status, suppressed
STANDS = [
    ("Norland has not [joined] the embargo.", True, "happened", False),
    ("Norland has not aligned with the bloc and has not [joined] its embargo.", True, "happened", False),
    ("The council did not sign or [ratify] the treaty.", True, "happened", False),
    ("Neither Norland nor Sudland [signed] the pact.", True, "happened", False),
    ("No agreement was [reached] in Oslo.", True, "happened", False),
    ("The two sides failed to [agree] on a date.", True, "happened", False),
    ("Norland refused to [recognise] the new government.", True, "happened", False),
    ("The minister denied having [met] the banker.", True, "happened", False),
    ("There is no evidence that the ministry [paid] the rebels.", True, "happened", False),
    ("The senator has yet to [concede] the election.", True, "happened", False),
    ("The president and the senate could not [agree] on a budget.", True, "happened", False),
    ("Norland is no longer a [member] of the league.", True, "happened", False),
    ("The delegations left without [signing] the accord.", True, "happened", False),
    ("The minister not only [condemned] the raid but also left.", False, "happened", False),
    ("No fewer than 20 people were [arrested] in the raid.", False, "happened", False),
    ("The chancellor did not fail to [sign] the pact.", False, "happened", False),
    ("The chancellor did not rule out [sanctions] against Norland.", False, "happened", True),
    ("The president will [visit] Norland in May.", False, "planned", False),
    ("The president will not [visit] Norland in May.", True, "planned", False),
    ("He will travel to Oslo and [meet] the king.", False, "planned", False),
    ("The two ministers are to [meet] in Oslo.", False, "planned", False),
    ("The premier is expected to [resign] on Friday.", False, "planned", False),
    ("Norland does not plan to [join] the embargo.", True, "planned", False),
    ("The spokesman mentioned an upcoming [visit] to Norland.", False, "planned", False),
    ("Norland announced the [withdrawal] of its troops.", False, "planned", False),
    ("The senator is projected to have [won] the election.", False, "happened", False),
    ("The general is accused of [ordering] the raid.", False, "alleged", False),
    ("Rebels allegedly [attacked] the convoy.", False, "alleged", False),
    ("The ministry claims that rebels [attacked] the convoy.", False, "alleged", False),
    ("The drones are believed to be [used] by rebels.", False, "alleged", False),
    ("The army said rebels may have [attacked] the convoy.", False, "alleged", False),
    ("The cabinet may [recognise] the republic.", False, "called_for", False),
    ("The premier will [resign] if the budget fails.", False, "called_for", False),
    ("Norland urged the rebels to [withdraw] from the town.", False, "called_for", True),
    ("The army must [withdraw] from the town.", False, "called_for", True),
    ("The king would have [visited] Norland but for the storm.", False, "called_for", True),
    ("The premier vowed to [withdraw] the troops.", False, "planned", True),
    ("The ministers met to [discuss] the border.", False, "called_for", True),
    ("Will the president [resign] in May?", False, "planned", True),
    ("The premier resigned after the army [attacked] the town.", False, "happened", False),
    ("The president, who will visit Norland, [met] the king.", False, "happened", False),
    ("The crowd marched to [condemn] the raid.", False, "happened", False),
]


def judge(nlp: Language, marked: str) -> tuple[Doc, int]:
    """The Doc of a sentence and the token that stands in brackets."""
    doc = nlp(marked.replace("[", "").replace("]", ""))
    return doc, next(token.i for token in doc if token.idx == marked.index("["))


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model()


@pytest.mark.parametrize(("row", "text"), EXAMPLES, ids=lambda x: getattr(x, "id", None))
def test_row_decides_on_its_examples(nlp: Language, row, text: str) -> None:
    fired = {cue for cue, _ in assess(*judge(nlp, text)).cues}
    assert row.id in fired or row.category == "open"


@pytest.mark.parametrize(("row", "text"), COUNTEREXAMPLES, ids=lambda x: getattr(x, "id", None))
def test_row_leaves_its_counterexamples_alone(nlp: Language, row, text: str) -> None:
    assert row.id not in {cue for cue, _ in assess(*judge(nlp, text)).cues}


@pytest.mark.parametrize(
    ("text", "negated", "status", "suppressed"), STANDS, ids=[text for text, *_ in STANDS]
)
def test_predicate_stands(nlp: Language, text: str, negated: bool, status: str, suppressed: bool) -> None:
    found = assess(*judge(nlp, text))
    assert (found.negated, found.status.value, found.suppressed) == (negated, status, suppressed), found.cues


def test_heading_yields_no_claim(nlp: Language) -> None:
    doc = nlp("Norland Signs Border Treaty With Sudland\nThe treaty was signed in May.\n")
    signs = next(t.i for t in doc if t.text == "Signs")
    signed = next(t.i for t in doc if t.text == "signed")
    assert assess(doc, signs).suppressed
    assert not assess(doc, signed).suppressed


def test_plain_past_has_no_cues(nlp: Language) -> None:
    assert assess(*judge(nlp, "Norland [signed] the pact.")) == Factuality()
