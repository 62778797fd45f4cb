"""Which words of a sentence are the name of a place: "eastern Ukraine", "the Strait of Hormuz"."""

from spacy.tokens import Doc, Token

from verbale.lexicon.places import is_site, load_place_words
from verbale.lexicon.territories import load_territories

PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))


def name_span(head: Token) -> tuple[int, int]:
    """The words of a name, half-open: the entity around its head, else the run of names that ends there."""
    doc = head.doc
    start, end = head.i, head.i + 1
    while start and doc[start - 1].head.i <= head.i and _continues(doc[start - 1], head):
        start -= 1
    if head.ent_type_ in PLACE_LABELS:
        while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].lower_ != "'s":
            end += 1
        while (
            start
            and doc[start].ent_iob_ == "I"
            and doc[start - 1].text != ","
            and doc[start - 1].tag_ != "POS"
            and doc[start - 1].pos_ != "NOUN"
        ):
            start -= 1
    if doc[end - 1].lower_ == "of":
        end -= 1
    end = _extend_over_of(doc, start, end)
    return _without_article(doc, start, end)


def _extend_over_of(doc: Doc, start: int, end: int) -> int:
    """The end of the name with its "of" phrase where the whole is a known name: "Strait of Hormuz"."""
    if end + 1 >= len(doc) or doc[end].lower_ != "of":
        return end
    stop = end + 1
    while stop < len(doc) and (doc[stop].pos_ == "PROPN" or (doc[stop].lower_ == "the" and stop == end + 1)):
        stop += 1
    name = join_words(doc, start, stop)
    return stop if is_site(name) or load_territories().by_name(name) else end


def _continues(token: Token, head: Token) -> bool:
    """Whether a token before a name is the name's: another part of it, or "eastern" before "Ukraine"."""
    if token.ent_type_ not in (head.ent_type_, "", "NORP", *PLACE_LABELS):
        return False
    if token.pos_ == "PROPN" and token.dep_ in ("compound", "nmod", "amod"):
        return True
    is_part = token.lower_ in load_place_words().parts or token.text == "-"
    return is_part and token.dep_ in ("amod", "compound", "punct", "nmod", "advmod", "npadvmod")


def _without_article(doc: Doc, start: int, end: int) -> tuple[int, int]:
    if doc[start].lower_ == "the" and end - start > 1:
        start += 1
    return start, end


def object_of(preposition: Token) -> Token | None:
    """The object of a preposition; through a second one in "from inside Syria".

    The first of two names with a comma between: "Mubende" in "police in Mubende, Uganda, leave ...".
    """
    for child in preposition.rights:
        if child.dep_ in ("pobj", "pcomp"):
            return _first_named(child)
        if child.dep_ == "prep" and child.i == preposition.i + 1:
            return object_of(child)
    return None


def _first_named(head: Token) -> Token:
    for child in head.lefts:
        if child.dep_ in ("nmod", "compound") and child.pos_ == head.pos_ == "PROPN":
            after = child.nbor()
            if after.text == "," and after.i < head.i:
                return child
    return head


def join_words(doc: Doc, start: int, end: int) -> str:
    """The text of tokens `start` to `end` (half-open)."""
    return doc[start:end].text
