"""Offices named by what they command: "finance portfolio", "in charge of the bank", "the helm of the party"."""

from collections.abc import Iterator

from spacy.tokens import Token

from verbale.model import Office
from verbale.reading.offices.bodies import run_start
from verbale.reading.offices.right import name_end
from verbale.reading.offices.scene import Scene

_PREPOSITIONS = frozenset({"of", "to", "with", "in", "at", "into"})
_GOVERNMENTS = frozenset({"government", "cabinet", "administration"})


def portfolio_after(scene: Scene, trigger: Token) -> tuple[Office, int, int] | None:
    """The office that a predicate gives by its portfolio or command, with its tokens; None where it gives none.

    The portfolio is the title as written ("finance portfolio"); who has charge of a body is its head.
    """
    for noun in _objects(trigger):
        found = office_of_portfolio(scene, noun) or office_of_command(scene, noun)
        if found is not None:
            return found
    return None


def office_of_portfolio(scene: Scene, noun: Token) -> tuple[Office, int, int] | None:
    """The office in "the finance portfolio", "the treasury"; None for a bare "the portfolio"."""
    if noun.lower_ not in scene.lexicon.portfolio_nouns:
        return None
    start = noun.i
    while start > noun.left_edge.i and _is_field(scene, start - 1):
        start -= 1
    if start == noun.i and noun.lower_ not in scene.lexicon.whole_portfolios:
        return None
    country = next(
        (t.code for i in range(noun.left_edge.i, noun.i) if (t := scene.territories_at.get(i))), None
    )
    return Office(scene.text(start, noun.i + 1), None, country), start, noun.i + 1


def office_of_command(scene: Scene, noun: Token) -> tuple[Office, int, int] | None:
    """The office in "charge of the central bank", "the helm of the party"; None where no body is commanded."""
    if noun.lower_ not in scene.lexicon.command_nouns:
        return None
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    led = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if led is None or led.i in scene.person_tokens:
        return None
    body = scene.bodies_to.get(led.i + 1)
    if body is None and led.lower_ in _GOVERNMENTS:
        return Office("head of government"), noun.i, led.i + 1
    start, end = (body.start, body.end) if body else (run_start(scene, led.i, led.left_edge.i), led.i + 1)
    if body is None and led.lower_ not in scene.lexicon.institutions:
        return None
    end = max(end, name_end(scene, end))
    while start < end - 1 and scene.words[start] in scene.lexicon.determiners:
        start += 1
    return Office("head", scene.text(start, end), body.country if body else None), noun.i, end


def _objects(trigger: Token) -> Iterator[Token]:
    """The nouns after a predicate: its objects, and those of its prepositions."""
    for child in trigger.children:
        if child.dep_ in ("dobj", "attr", "oprd") and child.i > trigger.i:
            yield child
    for child in trigger.children:
        if child.dep_ in ("prep", "dative", "prt") and child.lower_ in _PREPOSITIONS:
            yield from (c for c in child.children if c.dep_ == "pobj")


def _is_field(scene: Scene, at: int) -> bool:
    token = scene.doc[at]
    if at in scene.territories_at or token.lower_ in scene.lexicon.held or token.lower_ in ("key", "whole"):
        return False
    return token.dep_ in ("compound", "amod", "nmod", "conj", "cc", "punct") and token.lower_ != ","
