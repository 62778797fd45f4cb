"""Mend parses of lists of names: in "Peru, Chile, and Bolivia left" all three left, whatever the parser makes of Chile.

A run of names of one kind that commas part and "and" closes is a list. Towns followed by their states are none, so of
places only states are taken. Two subjects of one verb that "and" joins are a list as well.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from verbale.lexicon.nouns import load_nouns
from verbale.lexicon.territories import load_territories

_KINDS = frozenset({"GPE", "ORG", "PERSON", "NORP"})
_CONJUNCTIONS = frozenset({"and", "or", "&"})
_BETWEEN = frozenset({",", "the", *_CONJUNCTIONS})
_ROLES = ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "agent", "dative", "appos", "conj", "attr")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DASHES = frozenset({"-", "–"})
_PEERS = frozenset({"counterpart", "colleague", "opposite"})
_LEAST = 3


def join_lists(doc: Doc) -> Doc:
    """Make each name of a list a conjunct of the one before it; changes `doc` in place and returns it."""
    for names in _find_lists(doc):
        heads = [name.root for name in names]
        top = _top_of(heads)
        if top is not None:
            _chain(heads, top)
    for token in doc:
        if token.dep_ == "cc" and token.head.dep_ in _SUBJECTS:
            _join_subjects(token)
        if token.lower_ in _PEERS and token.dep_ == "conj":
            _name_peer(token)
    return doc


def _name_peer(peer: Token) -> None:
    """In "President Roe and his Czech counterpart [Doe] met" Doe is the counterpart, and no second subject."""
    first = peer.head
    name = next((c for c in first.head.lefts if c.dep_ == first.dep_ and c.left_edge.i == peer.i + 1), None)
    if name is not None and name.tag_ in ("NNP", "NNPS") and first.dep_ in _SUBJECTS:
        name.head, name.dep_ = first, "conj"
        peer.head, peer.dep_ = name, "compound"


def _join_subjects(conjunction: Token) -> None:
    """In "President Roe [and] Premier Doe met" both are one subject, not two."""
    first = conjunction.head
    second = next(
        (
            c
            for c in first.head.lefts
            if c.dep_ == first.dep_ and c.i != first.i and c.left_edge.i == conjunction.i + 1
        ),
        None,
    )
    if second is not None and first.i < conjunction.i:
        second.head, second.dep_ = first, "conj"


def part_governments(doc: Doc) -> Doc:
    """In "the Peruvian government and Shining Path rebels" the government is no modifier of the rebels."""
    for token in doc:
        if token.dep_ not in ("nmod", "compound", "amod") or token.tag_ != "NN" or token.head.i < token.i:
            continue
        if token.lower_ not in load_nouns().governments and token.lower_ not in load_nouns().body_heads:
            continue
        rest = token.head
        inner = [c for c in token.children if c.dep_ == "conj" and token.i < c.i < rest.i]
        if len(inner) == 1 and rest.tag_ in ("NNS", "NNPS", "NN") and _is_closed(token, inner[0]):
            _take_place(token, rest)
            rest.head, rest.dep_ = token, "conj"
            inner[0].head, inner[0].dep_ = rest, "compound"
    return doc


def join_dashed(doc: Doc) -> Doc:
    """In "sign the Peru-Chile Border Agreement" the agreement is signed, and no apposition to Peru."""
    for token in doc:
        if token.dep_ != "appos" or token.tag_ not in ("NNP", "NN") or token.head.ent_type_ != "GPE":
            continue
        first = token.head
        if (
            first.i + 2 < token.i < first.i + 9
            and first.nbor(1).text in _DASHES
            and token.left_edge.i == first.i + 2
        ):
            _take_place(token, first)
            first.head, first.dep_ = token, "compound"
            for child in [c for c in first.children if c.dep_ in ("det", "punct", "prep")]:
                child.head = token
    return doc


def _take_place(token: Token, other: Token) -> None:
    """Hang a word where another one hangs; a root's place is to be the root."""
    is_root = other.head.i == other.i
    token.head, token.dep_ = (token if is_root else other.head), other.dep_


def _is_closed(first: Token, second: Token) -> bool:
    between = first.doc[first.i + 1 : second.left_edge.i]
    return len(between) == 1 and between[0].lower_ in _CONJUNCTIONS


def _find_lists(doc: Doc) -> Iterator[list[Span]]:
    run: list[Span] = []
    for name in doc.ents:
        if run and name.label_ == run[-1].label_ and _follows(doc, run[-1].end, name.start):
            run.append(name)
            continue
        if _is_list(run):
            yield run
        run = [name] if name.label_ in _KINDS else []
    if _is_list(run):
        yield run


def _follows(doc: Doc, start: int, end: int) -> bool:
    return start < end and all(token.lower_ in _BETWEEN for token in doc[start:end])


def _is_list(run: Sequence[Span]) -> bool:
    """Whether a run of names is a list: three or more, "and" before the last alone."""
    if len(run) < _LEAST or run[0].sent.start != run[-1].sent.start:
        return False
    doc = run[0].doc
    gaps = [doc[one.end : other.start] for one, other in pairwise(run)]
    closed = [any(token.lower_ in _CONJUNCTIONS for token in gap) for gap in gaps]
    if not closed[-1] or any(closed[:-1]):
        return False
    return run[0].label_ != "GPE" or all(_is_state(name) for name in run)


def _is_state(name: Span) -> bool:
    words = name.text.removeprefix("the ").removeprefix("The ")
    return any(territory.parent is None for territory in load_territories().candidates(words))


def _top_of(heads: Sequence[Token]) -> Token | None:
    """The name through which the list hangs on the rest of the sentence, None where the parse is not to be trusted."""
    inside = {token.i for token in heads}
    tops = [token for token in heads if token.head.i not in inside and token.dep_ in _ROLES]
    for token in tops:
        if not any(above.i in inside for above in token.ancestors):
            return token
    return None


def _chain(heads: Sequence[Token], top: Token) -> None:
    first = heads[0]
    governor, role = top.head, top.dep_
    if first.i != top.i:
        first.head, first.dep_ = governor, role
    for before, token in pairwise(heads):
        token.head, token.dep_ = before, "conj"
