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
        elif token.text == "visiting" and token.tag_ == "VBG" and token.dep_ in ("conj", "pcomp", "advcl"):
            _join_guest(token)
    return doc


def _join_guest(visiting: Token) -> None:
    """In "held talks with [visiting] President Roe" and "between Doe and [visiting] President Roe" Roe is a guest."""
    doc = visiting.doc
    guest = next((c for c in visiting.children if c.dep_ == "dobj"), None)
    if guest is None or guest.tag_ not in _NAMES or guest.left_edge.i != visiting.i + 1:
        return
    if not any(c.dep_ in _TITLED for c in guest.children):
        return
    if visiting.dep_ == "pcomp":
        guest.head, guest.dep_ = visiting.head, "pobj"
    else:
        host = next((t for t in doc[visiting.sent.start : visiting.i] if _ends_before(t, visiting)), None)
        if host is None:
            return
        joint = visiting.nbor(-1)
        joint.head, joint.dep_ = host, "cc"
        guest.head, guest.dep_ = host, "conj"
    visiting.head, visiting.dep_ = guest, "amod"


def _ends_before(host: Token, visiting: Token) -> bool:
    """Whether `host` stands right before the "and" of a guest, the object of "between"."""
    joint = visiting.i - 1
    between = host.dep_ == "pobj" and host.head.lower_ == "between"
    return between and host.i == joint - 1 and visiting.nbor(-1).lower_ == "and"


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
