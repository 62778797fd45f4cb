"""Mend parses that take a guest for what somebody visits: "Visiting President Roe met the king"."""

from spacy.tokens import Doc, Token

_OPENING = frozenset({"csubj", "nsubj", "advcl"})
_NAMES = frozenset({"NN", "NNP", "NNPS"})
_TITLED = frozenset({"compound", "amod"})


def mend_visitors(doc: Doc) -> Doc:
    """Make the guest behind an opening "Visiting" the subject of the verb; changes `doc` in place."""
    for token in doc:
        if token.text == "Visiting" and token.dep_ in _OPENING and token.i == _first(token):
            _make_guest(token)
    return doc


def _first(visiting: Token) -> int:
    """Where a sentence begins; a dateline is a sentence of its own, or ends in a dash."""
    before = visiting.doc[visiting.i - 1].text if visiting.i else ""
    return visiting.i if before in ("-", "--", "—", "–", ":") else visiting.sent.start


def _make_guest(visiting: Token) -> None:
    """Nobody visits a person with a title in front of a verb without a subject: he is the guest, and does it."""
    verb = visiting.head
    guest = next((c for c in verb.children if c.dep_ == "nsubj" and c.i > visiting.i), None)
    if guest is None:
        guest = next((c for c in visiting.children if c.dep_ == "dobj"), None)
    if guest is None or guest.tag_ not in _NAMES or guest.left_edge.i not in (visiting.i, visiting.i + 1):
        return
    if not any(c.dep_ in _TITLED and c.i < guest.i for c in guest.children) or verb.i < guest.i:
        return
    guest.head, guest.dep_ = verb, "nsubj"
    visiting.head, visiting.dep_ = guest, "amod"
