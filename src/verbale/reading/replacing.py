"""Whom somebody takes the place of: "named Roe in his place", "chosen to replace Doe"."""

from spacy.tokens import Token

_PLACES = frozenset({"place", "stead"})
_FOLLOWING = frozenset({"replace", "succeed"})


def replaced_beside(verb: Token) -> tuple[Token, ...]:
    """The words for the persons replaced beside a verb of appointment; () where it names none.

    >>> import spacy
    >>> from spacy.tokens import Doc
    >>> doc = Doc(spacy.blank("en").vocab, ["named", "Roe", "in", "her", "place"], heads=[0, 0, 0, 4, 2],
    ...           deps=["ROOT", "dobj", "prep", "poss", "pobj"])
    >>> replaced_beside(doc[0])
    (her,)
    """
    heads = [verb, *(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "oprd"))]
    for child in (c for head in heads for c in head.children if c.i > verb.i):
        if child.lower_ == "in":
            found = [
                o
                for noun in child.children
                if noun.lower_ in _PLACES
                for o in noun.children
                if o.dep_ == "poss"
            ]
        elif child.lemma_.lower() in _FOLLOWING and child.tag_ == "VB":
            found = [o for o in child.children if o.dep_ == "dobj"]
        else:
            found = []
        if found:
            return tuple(found)
    return ()
