"""Where the words cited end: what follows them in the same sentence but is the report's own."""

from collections.abc import Iterator

from spacy.tokens import Token

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.attribution import load_speech

Range = tuple[int, int]

_VERBAL = {"VERB", "AUX"}
_FINITE = {"VBD", "VBZ", "VBP"}
_CLAUSE_MARKS = {"as", "after", "while", "when", "since", "before", "whereas", "although", "though"}
_BACKGROUND = {"after", "following", "amid", "amidst", "despite", "during"}
_RELATIVE = {"which", "who", "whose", "whom"}
_SUBJECTS = {"nsubj", "nsubjpass", "expl"}


def own_words(content: Token, cue: Token) -> tuple[Range, ...]:
    """The token ranges below `content` that are cited by `cue`, without the asides of the report.

    Asides are clauses of time and background at the end, relative clauses after a comma, participles of speech
    (", citing ...") and verbs that go on with the subject of `cue` ("said it was late and left").
    """
    start, end = content.left_edge.i, content.right_edge.i + 1
    cuts = sorted(_asides(content, cue, end))
    found: list[Range] = []
    for low, high in cuts:
        if start < low:
            found.append((start, low))
        start = max(start, high)
    if start < end:
        found.append((start, end))
    return tuple(found)


def cites_own_subject(cue: Token) -> bool:
    """Whether a word of speech that is the predicate itself tells of another's deed or stand.

    "Marin reaffirmed Norland's support" does, "Marin reaffirmed her support" does not; what is announced is cited
    unless it is the speaker's own by a possessive ("announced his candidacy"). Who calls a thing something, or
    describes it as something, judges himself.
    """
    objects = [c for c in cue.children if c.dep_ in ("dobj", "nsubjpass")]
    if cue.pos_ not in _VERBAL or not objects or any(_judges(c) for c in cue.children):
        return False
    owners = [c for c in objects[0].children if c.dep_ in ("poss", "nmod", "compound", "amod")]
    if any(c.tag_ == "PRP$" for c in owners):
        return any(c.lower_ == "our" for c in owners)
    if cue.lemma_.lower() in load_speech().announcing:
        return True
    return any(c.ent_type_ in ("GPE", "NORP", "ORG", "PERSON") for c in owners)


def _judges(complement: Token) -> bool:
    return complement.dep_ == "oprd" or (complement.dep_ == "prep" and complement.lower_ == "as")


def is_own_act(noun: Token, cue: int) -> bool:
    """Whether `noun` is the object of the word of speech at `cue` and the speaker's own ("stressed his opposition")."""
    if noun.dep_ not in ("dobj", "conj") or noun.pos_ != "NOUN" or noun.head.i != cue:
        return False
    return any(c.tag_ == "PRP$" and c.lower_ != "our" for c in noun.children)


def _asides(content: Token, cue: Token, end: int) -> Iterator[Range]:
    for token in content.subtree:
        if token.i == content.i:
            continue
        first, last = token.left_edge.i, token.right_edge.i + 1
        if token.dep_ == "relcl" and _opens_with_which(token):
            yield first, last
        elif token.dep_ in ("appos", "npadvmod") and _takes_up(token):
            yield first, end
        elif token.i > content.i and (_closes(token, last, end) or _speaks_on(token, cue)):
            yield first, end


def _takes_up(noun: Token) -> bool:
    """Whether a noun takes up what was just said, and tells on by a relative clause: ", a claim the army denied"."""
    known = noun.lemma_.lower() in load_argument_words().assertions
    return known and any(c.dep_ == "relcl" for c in noun.children)


def _closes(token: Token, last: int, end: int) -> bool:
    """Whether a clause or phrase of background ends the content."""
    if last < end - 1:
        return False
    if token.dep_ in ("prep", "advcl", "pcomp") and token.lower_ in _BACKGROUND:
        return True
    if token.dep_ != "advcl":
        return False
    marks = [c for c in token.children if c.dep_ in ("mark", "advmod", "prep")]
    subject = any(c.dep_ in _SUBJECTS for c in token.children)
    return subject and any(c.lower_ in _CLAUSE_MARKS for c in marks)


def _speaks_on(token: Token, cue: Token) -> bool:
    """Whether the subject of `cue` goes on here, by a participle of speech or a coordinated verb."""
    if token.pos_ not in _VERBAL or any(c.dep_ in _SUBJECTS for c in token.children):
        return False
    speech = token.lemma_.lower() in load_speech().verbs
    if token.dep_ == "advcl" and token.tag_ == "VBG":
        return speech and token.doc[token.left_edge.i - 1].text == ","
    if token.dep_ != "conj" or token.tag_ not in _FINITE:
        return False
    return token.head.tag_ not in (*_FINITE, "MD", "VBN", "VB") or (speech and token.tag_ == cue.tag_)


def _opens_with_which(clause: Token) -> bool:
    first = clause.left_edge
    while first.i < clause.i and first.lower_ not in _RELATIVE and first.dep_ in ("punct", "prep"):
        first = clause.doc[first.i + 1]
    return first.lower_ in _RELATIVE and clause.left_edge.i > 0 and clause.doc[first.i - 1].text == ","
