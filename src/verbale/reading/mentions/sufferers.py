"""People told by what befalls them: objects of verbs that befall nobody else, "jailed three influencers"."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from verbale.lexicon.nouns import load_nouns
from verbale.model import Kind
from verbale.reading.mention import Mention
from verbale.reading.mentions.groups import group_at
from verbale.reading.mentions.known import Known
from verbale.reading.mentions.phrases import with_quantity
from verbale.reading.mentions.words import Words

_INDEFINITE = frozenset({"a", "an", "another"})
_AMOUNTS = frozenset({"DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "ORDINAL"})
_BARE_ENDS = frozenset({"IN", "CC", ",", ".", ":", "RB", "VBD", "VBN", "VBP", "VBZ", "WRB", "''", "TO"})


def find_sufferers(
    words: Words, known: Mapping[int, Known], people: frozenset[int], taken: set[int]
) -> Iterator[Mention]:
    """Groups whose noun is no word for people, or who are told by a number alone: "killing eight"."""
    for token in words.doc:
        i = token.i
        if i in taken or i in people or i in known or token.ent_type_ in _AMOUNTS:
            continue
        if token.tag_ == "CD":
            if _is_bare_number(token) and _suffers(token, counted=True):
                start = with_quantity(words, i)
                text = words.span_text(start, i + 1)
                yield Mention(start, i + 1, i, Kind.GROUP, text, None, "description")
        elif token.tag_ in ("NNS", "NN") and _can_be_people(token):
            number = any(c.dep_ == "nummod" for c in token.lefts)
            single = number or any(c.lower_ in _INDEFINITE for c in token.lefts)
            if (single or token.tag_ == "NNS") and _suffers(token, counted=number):
                yield group_at(words, i, known, people)


def _can_be_people(token: Token) -> bool:
    """Whether a noun is on no list of people (whom others find), of offices or of things."""
    nouns = load_nouns()
    word, lemma = token.lower_, token.lemma_.lower()
    listed = (nouns.humans, nouns.collectives, nouns.counted, nouns.titles, nouns.body_heads, nouns.unpeopled)
    return not any(word in words or lemma in words for words in listed)


def _is_bare_number(token: Token) -> bool:
    """Whether a number counts no noun: "killing eight in Lima", not "killed by 12 soldiers" or "15-year-olds"."""
    if token.dep_ not in ("dobj", "nsubjpass", "conj") or token.ent_type_ not in ("CARDINAL", ""):
        return False
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return following is None or following.tag_ in _BARE_ENDS and following.lower_ != "of"


def _suffers(token: Token, *, counted: bool) -> bool:
    """Whether a verb that befalls people only, or people as far as they are counted, befalls this word."""
    while token.dep_ == "conj" and token.head.pos_ in ("NOUN", "NUM", "PROPN") and token.head.i < token.i:
        token = token.head
    if token.dep_ == "pobj" and token.head.lower_ == "of" and _counts(token.head.head):
        token, counted = token.head.head, True
    verb = token.head
    if token.dep_ in ("dobj", "nsubjpass"):
        lemma = verb.lemma_.lower()
        passive = token.dep_ == "dobj" and any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
        return verb.pos_ == "VERB" and not passive and _befalls(lemma, counted=counted)
    after = next(token.rights, token)
    return after.dep_ == "acl" and after.tag_ == "VBN" and _befalls(after.lemma_.lower(), counted=False)


def _counts(token: Token) -> bool:
    return token.tag_ == "CD" or token.lower_ in load_nouns().counted


def _befalls(verb: str, *, counted: bool) -> bool:
    nouns = load_nouns()
    return verb in nouns.suffered or counted and verb in nouns.suffered_by_number
