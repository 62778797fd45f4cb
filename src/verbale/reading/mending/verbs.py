"""Mend parses of the headline present: "A court sentences ...", where the verb was taken for a noun.

The parser's arcs often know better than its tags (a "noun" with a subject is a verb), and where they do not, a
sentence without a verb whose root is spelled like one is told by what stands on either side of it.
"""

from spacy.tokens import Doc, Span, Token

from verbale.lexicon.attribution import load_speech
from verbale.lexicon.nouns import load_nouns
from verbale.lexicon.predicates import load_predicates

_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})
_VERB_TAGS = frozenset({"VB", "VBP", "VBZ", "VBD"})
_FINITE = frozenset({"VBP", "VBZ", "VBD"})
_SUBJECTS = ("nsubj", "nsubjpass")
_PREMODIFIERS = ("compound", "nmod", "poss", "amod")
OBJECT_OPENERS = frozenset({"DT", "PRP$", "CD", "NNP", "NNPS", "JJ", "NN", "NNS", "TO", "PRP"})
_PRESENT = frozenset({"VBZ", "VBP", "VB"})
_NOUN_ROLES = ("nsubj", "nsubjpass", "dobj", "pobj")
_LOOSE = ("appos", "nmod", "npadvmod", "dep", "attr", "nsubj", "ROOT")


def mend_verbs(doc: Doc) -> Doc:
    """Give verbs that were taken for nouns their tag and their arguments; changes `doc` in place and returns it."""
    for token in doc:
        if token.tag_ in _NOUN_TAGS and token.dep_ != "ccomp" and _has_subject(token):
            token.tag_ = _verb_tag(token)
        elif token.tag_ in _PRESENT and token.dep_ in _NOUN_ROLES:
            _turn_into_noun(token)
    for token in doc:
        if token.tag_ in ("NN", "NNS") and token.dep_ in _SUBJECTS and _speaks(token):
            _raise_speech(token)
        if token.tag_ == "VB" and token.dep_ in ("advcl", "ccomp", "xcomp"):
            _mend_purpose(token)
        elif token.tag_ == "VBG" and token.dep_ == "conj":
            _mend_gerund(token)
    for sentence in list(doc.sents):
        _mend_sentence(sentence)
    return doc


def _turn_into_noun(token: Token) -> None:
    """In "Peruvian airstrikes have killed ten" the airstrikes kill, and nobody "airstrikes" anything."""
    owner = next((c for c in token.lefts if c.dep_ in _SUBJECTS), None)
    if owner is None or owner.i != token.i - 1 or owner.tag_ not in ("NNP", "NNPS", "JJ"):
        return
    owner.dep_ = "compound"
    token.tag_ = "NNS" if token.lower_.endswith("s") else "NN"


def _speaks(noun: Token) -> bool:
    """Whether a "noun" before a clause with a subject of its own is a verb: "The rebels claim ten were killed"."""
    if not _follows_noun(noun) or base_form(noun.lower_) not in load_speech().verbs:
        return False
    plural = noun.nbor(-1).tag_ in ("NNS", "NNPS") or noun.nbor(-1).lower_.endswith("s")
    later = [c for c in noun.head.children if c.dep_ in _SUBJECTS and c.i > noun.i]
    return plural == (noun.tag_ == "NN") and bool(later) and noun.head.i > later[0].i


def _raise_speech(verb: Token) -> None:
    clause: Token = verb.head
    before = [c for c in clause.children if c.i < verb.i]
    verb.tag_ = _verb_tag(verb)
    if clause.dep_ == "ROOT":
        verb.head, verb.dep_ = verb, "ROOT"
    else:
        verb.head, verb.dep_ = clause.head, clause.dep_
    clause.head, clause.dep_ = verb, "ccomp"
    _make_subject(verb, [verb.nbor(-1)], list(verb.lefts))
    for child in before:
        child.head = verb


def _mend_purpose(verb: Token) -> None:
    """In "spoke with Roe to congratulate him" Roe belongs to "with", not to the purpose."""
    mark = next((c for c in verb.lefts if c.dep_ == "mark" and c.lower_ in ("with", "alongside")), None)
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if mark is None or subject is None or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts):
        return
    if mark.i < subject.i and verb.head.tag_.startswith("V"):
        mark.head, mark.dep_ = verb.head, "prep"
        subject.head, subject.dep_ = mark, "pobj"


def _mend_gerund(gerund: Token) -> None:
    """In "thanked Roe for helping and voting" the second gerund goes with the first, not with the finite verb."""
    verb = gerund.head
    if verb.tag_ not in _FINITE or any(c.dep_ in ("aux", "nsubj") for c in gerund.children):
        return
    for preposition in verb.children:
        if preposition.dep_ == "prep" and verb.i < preposition.i < gerund.i:
            first = next((c for c in preposition.children if c.dep_ == "pcomp" and c.tag_ == "VBG"), None)
            if first is not None and first.i < gerund.i:
                gerund.head = first
                return


def _has_subject(token: Token) -> bool:
    return any(c.dep_ in _SUBJECTS and c.i < token.i for c in token.children)


def _verb_tag(token: Token) -> str:
    if token.lower_.endswith("ed"):
        return "VBD"
    return "VBZ" if token.lower_.endswith("s") and not token.lower_.endswith("ss") else "VBP"


def _mend_sentence(sentence: Span) -> None:
    root = sentence.root
    if root.tag_ in _FINITE and not _has_subject(root) and _follows_noun(root):
        _give_arguments(root)
    if root.tag_ not in _NOUN_TAGS:
        return
    buried = _buried_verb(root)
    if _is_past_with_object(root):
        _turn_into_past(root)
    elif buried is not None:
        _raise_verb(buried, root)
    elif _looks_like_verb(root):
        _turn_into_verb(root)


def _is_past_with_object(root: Token) -> bool:
    """Whether a "noun" has an object and somebody before it: "Peru's military [overthrew] President Roe"."""
    if root.tag_ != "NN" or root.i == root.sent.start or not any(c.dep_ == "dobj" for c in root.rights):
        return False
    before = root.nbor(-1)
    return before.head.i == root.i and before.dep_ in _PREMODIFIERS and before.tag_ in _NOUN_TAGS


def _turn_into_past(root: Token) -> None:
    subject = root.nbor(-1)
    root.tag_ = "VBD"
    subject.tag_ = "NN" if subject.tag_ == "JJ" else subject.tag_
    _make_subject(root, [subject], list(root.lefts))


def _buried_verb(root: Token) -> Token | None:
    """A verb that the parser hid inside the noun phrase of the root: "Syria [sign] agreements"."""
    for token in root.doc[root.left_edge.i : root.i]:
        if token.dep_ == "compound" and token.tag_ in _VERB_TAGS and token.i > root.left_edge.i:
            return token
    return None


def _raise_verb(verb: Token, root: Token) -> None:
    lefts = [c for c in (*root.lefts, *verb.lefts) if c.i < verb.i]
    head: Token = verb.head
    verb.head, verb.dep_ = verb, "ROOT"
    for token in (root, head):
        if token.i != verb.i and token.head.i in (token.i, root.i) and token.i == root.i:
            token.head, token.dep_ = verb, "dobj"
    if not any(c.dep_ in _SUBJECTS for c in verb.children):
        _make_subject(verb, [c for c in lefts if c.tag_ in _NOUN_TAGS], lefts)
    for child in [c for c in root.children if c.i < verb.i]:
        child.head = verb


def _looks_like_verb(root: Token) -> bool:
    if not _follows_noun(root) or root.i + 1 >= root.sent.end:
        return False
    after, before = root.nbor(1), root.nbor(-1)
    named = before.tag_ in ("NNP", "NNPS")
    acting = named or before.tag_ == "NNS" or names_people(before.lower_)
    if after.tag_ not in OBJECT_OPENERS and after.lower_ != "that":
        if not (acting and after.lower_ in ("in", "for", "against")) and not (
            named and after.lower_ in ("to", "on", "with", "from")
        ):
            return False
    return not names_people(root.lower_) and base_form(root.lower_) in load_predicates().verbs


def names_people(word: str) -> bool:
    """Whether a word is first of all a noun for people, though some verb is spelt so: "troops", "guards"."""
    nouns = load_nouns()
    return word in nouns.humans or word in nouns.collectives


def _follows_noun(root: Token) -> bool:
    if root.i == root.sent.start:
        return False
    before = root.nbor(-1)
    return before.head.i == root.i and before.dep_ in _PREMODIFIERS and before.tag_ in _NOUN_TAGS - {"JJ"}


def base_form(word: str) -> str:
    """The verb of the lexicon that a form in -s is of, else the word itself: "votes" is of "vote"."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    verbs = load_predicates().verbs
    for cut in (1, 2):
        if word.endswith("s") and word[:-cut] in verbs:
            return word[:-cut]
    return word


def _turn_into_verb(root: Token) -> None:
    root.tag_ = _verb_tag(root)
    _give_arguments(root)


def _give_arguments(root: Token) -> None:
    _make_subject(root, [root.nbor(-1)], list(root.lefts))
    rights = [c for c in root.rights if c.dep_ in _LOOSE and c.tag_ in _NOUN_TAGS]
    if rights and not any(c.dep_ == "dobj" for c in root.rights):
        rights[0].dep_ = "dobj"
    for child in list(root.rights):
        if child.dep_ == "relcl" and any(c.lower_ == "that" and c.dep_ == "mark" for c in child.children):
            child.dep_ = "ccomp"
        elif child.dep_ == "relcl" and child.tag_ == "VBD" and not rights:
            _turn_into_participle(child, root)


def _turn_into_participle(clause: Token, verb: Token) -> None:
    """In "police arrest two men linked to ..." the men are what is arrested, and "linked" tells of them."""
    subjects = [c for c in clause.children if c.dep_ == "nsubj" and c.i < clause.i]
    if subjects and subjects[0].left_edge.i == verb.i + 1:
        subjects[0].head, subjects[0].dep_ = verb, "dobj"
        clause.head, clause.dep_, clause.tag_ = subjects[0], "acl", "VBN"


def _make_subject(verb: Token, nouns: list[Token], lefts: list[Token]) -> None:
    """Make the last of `nouns` the subject of `verb`, with the other premodifiers below it."""
    if not nouns:
        return
    subject = nouns[-1]
    subject.head, subject.dep_ = verb, "nsubj"
    for child in lefts:
        if child.i != subject.i and child.dep_ in (*_PREMODIFIERS, "det", "nummod", "case", "quantmod"):
            child.head = subject
