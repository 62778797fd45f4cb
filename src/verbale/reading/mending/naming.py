"""Mend parses of "declared Roe a traitor", where the parser gives the verb two objects, an apposition or a clause."""

from spacy.tokens import Doc, Token

from verbale.lexicon.arguments import load_argument_words

_WORDS = load_argument_words()
_VERBS = _WORDS.calling | _WORDS.making
_PERSONAE = frozenset({"persona", "personae", "personas"})
_ARTICLES = frozenset({"a", "an"})


def mend_naming(doc: Doc) -> Doc:
    """Make what somebody is called the verb's predicate, and him its only object; changes `doc` in place."""
    for token in list(doc):
        if token.lower_ in _PERSONAE and token.i + 1 < len(doc) and token.nbor(1).lower_ == "non":
            _declare(token)
        elif token.dep_ in ("dobj", "appos") and _is_indefinite(token):
            _call(token)
    return doc


def _declare(persona: Token) -> None:
    """In "declared an envoy of Peru, Ann Roe, persona non grata" the envoy is declared, and Latin is no clause."""
    verb = next(
        (a for a in persona.ancestors if a.lemma_.lower() in _WORDS.calling and a.pos_ == "VERB"), None
    )
    if verb is None or verb.i > persona.i:
        return
    named = [
        c for c in persona.children if c.dep_ in ("nsubj", "compound", "poss", "nmod") and c.i < persona.i
    ]
    if named and not any(c.dep_ in ("dobj", "nsubjpass") and c.i != persona.i for c in verb.children):
        named[-1].head, named[-1].dep_ = verb, "dobj"
    elif persona.dep_ == "dobj":
        for other in [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]:
            other.dep_ = "dobj"
    persona.head, persona.dep_, persona.tag_, persona.pos_, persona.lemma_ = (
        verb,
        "oprd",
        "NN",
        "NOUN",
        "persona",
    )


def _is_indefinite(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and any(c.dep_ == "det" and c.lower_ in _ARTICLES for c in noun.children)


def _call(name: Token) -> None:
    """In "designated the group a terrorist organization" the group is designated, an organization what it becomes."""
    verb = name.head if name.dep_ == "dobj" else name.head.head
    if verb.lemma_.lower() not in _VERBS or verb.pos_ != "VERB":
        return
    named = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i < name.i and c.pos_ != "ADP"]
    if len(named) != 1 or name.doc[name.left_edge.i - 1].text == ",":
        return
    if name.dep_ == "appos" and name.head.i != named[0].i:
        return
    name.head, name.dep_ = verb, "oprd"
    named[0].dep_ = "dobj"
