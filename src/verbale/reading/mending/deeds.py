"""Mend parses of deeds told by a noun: "shelling by rebels killed ten", "left ten dead", "asset freezes on Peru".

What is shelled, struck or frozen is often spelled like a verb, and the parser takes it for one.
"""

from spacy.tokens import Doc, Token

from verbale.lexicon.arguments import load_argument_words

_WORDS = load_argument_words()
_PLURAL_VERB = "VBZ"
_RESULTS = _WORDS.harming | {"leave"}
_DYING = frozenset({"die", "perish"})
_DEED_LINKS = frozenset({"by", "against", "between", "on"})
_CLAUSES = frozenset({"advcl", "ccomp", "relcl", "pcomp"})
_VERBAL = frozenset({"dobj", "nsubj", "aux"})


def mend_deeds(doc: Doc) -> Doc:
    """Make nouns of deeds that were taken for verbs, and objects of those left dead; changes `doc` in place."""
    for token in list(doc):
        if token.dep_ == "csubj" and token.tag_ == "VBG":
            _make_noun(token)
        elif token.dep_ in ("oprd", "ccomp") and token.lower_ in _WORDS.casualties:
            _make_object(token)
        elif token.dep_ == "conj" and token.tag_ == _PLURAL_VERB and token.lemma_.lower() in _WORDS.measures:
            _join_measure(token)
        elif token.dep_ == "acl" and token.tag_ == "VBN" and token.lemma_.lower() in _WORDS.harming:
            _make_clause(token)
        elif token.dep_ == "advcl" and token.tag_ == "VBG" and token.lemma_.lower() in _RESULTS:
            _give_to_nearest(token)
        elif token.dep_ == "conj" and token.tag_ in ("VBN", "VBD") and token.lemma_.lower() in _WORDS.harming:
            _make_suffer(token)
        elif token.dep_ == "amod" and token.tag_ == "VBG":
            _free_document(token)
        elif token.dep_ == "prep" and token.lower_ in _DEED_LINKS:
            _give_to_deed(token)
        elif (
            token.dep_ == "pcomp" and token.tag_ == "VBG" and token.head.lower_ in ("at", "against", "toward")
        ):
            _make_crowd(token)
        elif token.dep_ == "ccomp" and token.tag_ in ("VBD", "VBN"):
            _make_passive(token)
    return doc


def _make_noun(gerund: Token) -> None:
    """In "Shelling by rebels killed ten" the shelling kills, and the rebels do it."""
    agents = [c for c in gerund.children if c.dep_ == "agent"]
    if not agents or any(c.dep_ == "dobj" for c in gerund.children):
        return
    gerund.tag_, gerund.pos_, gerund.dep_, gerund.lemma_ = "NN", "NOUN", "nsubj", gerund.lower_
    for agent in agents:
        agent.dep_ = "prep"


def _free_document(participle: Token) -> None:
    """In "signed a decree dissolving parliament" the decree is signed, and it dissolves parliament."""
    noun = participle.head
    document = next(
        (c for c in participle.children if c.dep_ == "npadvmod" and c.i == participle.i - 1), None
    )
    if document is None or document.lemma_.lower() not in _WORDS.documents or noun.i < participle.i:
        return
    before = [c for c in noun.children if c.i < document.i]
    document.head, document.dep_ = noun.head, noun.dep_
    participle.head, participle.dep_ = document, "acl"
    noun.head, noun.dep_ = participle, "dobj"
    for child in before:
        child.head = document


def _give_to_deed(link: Token) -> None:
    """In "the third day of protests by teachers" the protests are theirs, and not the day."""
    stretch = link.head
    if stretch.lemma_.lower() not in _WORDS.collectives:
        return
    of = next((c for c in stretch.children if c.lower_ == "of" and c.i < link.i), None)
    deed = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if deed is not None and deed.pos_ == "NOUN" and deed.right_edge.i == link.i - 1:
        link.head = deed


def _make_object(state: Token) -> None:
    """In "left ten people dead" the ten are left, and dead is what they are left."""
    verb = state.head
    victims = [c for c in state.children if c.dep_ == "nsubj" and c.i < state.i]
    if verb.lemma_.lower() != "leave" or not victims or any(c.dep_ == "dobj" for c in verb.children):
        return
    victims[-1].head, victims[-1].dep_ = verb, "dobj"
    state.tag_, state.pos_, state.dep_ = "JJ", "ADJ", "oprd"


def _join_measure(measure: Token) -> None:
    """In "imposed travel bans and asset [freezes] on Peru" nothing freezes: both are imposed."""
    verb, kind = measure.head, measure.nbor(-1)
    first = kind.head if kind.dep_ == "conj" else next((c for c in verb.children if c.dep_ == "dobj"), None)
    if kind.tag_ != "NN" or kind.nbor(-1).dep_ != "cc" or first is None or first.head.i != verb.i:
        return
    if first.i > kind.i or any(c.dep_ in _VERBAL and c.i != kind.i for c in measure.children):
        return
    kind.nbor(-1).head = first
    measure.head, measure.dep_ = first, "conj"
    measure.tag_, measure.pos_ = "NNS", "NOUN"
    kind.head, kind.dep_ = measure, "compound"


def _make_clause(harm: Token) -> None:
    """In "ten were killed and 600 injured by shelling" 600 were injured; they are not who was killed."""
    number = harm.head
    verb = number.head
    if number.dep_ != "conj" or number.tag_ != "CD" or verb.lemma_.lower() not in _WORDS.harming:
        return
    harm.head, harm.dep_ = verb, "conj"
    number.head, number.dep_ = harm, "nsubjpass"


def _make_suffer(harm: Token) -> None:
    """In "ten were killed and [30 injured]" the 30 injure nobody."""
    verb, own = harm.head, list(harm.children)
    subjects = [c for c in own if c.dep_ == "nsubj" and c.i < harm.i]
    befell = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or verb.lemma_.lower() in _DYING
    if not subjects or not befell or any(c.dep_ in ("aux", "auxpass", "dobj") for c in own):
        return
    subjects[-1].dep_, harm.tag_ = "nsubjpass", "VBN"


def _make_passive(done: Token) -> None:
    """In "the minister ordered schools closed" nobody says that schools closed anything: they are closed."""
    if done.head.lemma_.lower() != "order" or any(
        c.dep_ in ("aux", "auxpass", "mark") for c in done.children
    ):
        return
    for child in done.children:
        if child.dep_ == "nsubj" and child.i < done.i:
            child.dep_, done.tag_ = "nsubjpass", "VBN"


def _make_crowd(gerund: Token) -> None:
    """In "fired at protesters marching on the palace" the shots are at the protesters, who march."""
    preposition = gerund.head
    people = [c for c in gerund.children if c.dep_ == "nsubj" and preposition.i < c.i < gerund.i]
    if people:
        people[-1].head, people[-1].dep_ = preposition, "pobj"
        gerund.head, gerund.dep_ = people[-1], "acl"


def _give_to_nearest(result: Token) -> None:
    """In "he fled after police stormed the square, killing three" the police kill, and not he who fled."""
    comma = result.left_edge.i - 1
    if comma < 1 or result.doc[comma].text != ",":
        return
    verb = result.doc[comma - 1]
    while verb.pos_ != "VERB" and verb.head.i != verb.i and verb.head.i < comma:
        verb = verb.head
    if verb.pos_ != "VERB" or verb.dep_ not in _CLAUSES or not result.head.i < verb.i < comma:
        return
    if any(c.dep_ == "nsubj" for c in verb.children) and any(a.i == result.head.i for a in verb.ancestors):
        result.head = verb
