"""The slots of nouns, and who holds or does what a noun names."""

from collections.abc import Collection

from spacy.tokens import Token

from verbale.reading.arguments.phrases import (
    DEPTH,
    RELATIVE,
    WORDS,
    governing_verb,
    noun_phrases,
    objects_of,
    possessor,
    premodifiers,
    whole_of,
)
from verbale.reading.arguments.subjects import bearer, logical, noun_subject, surface_subject
from verbale.reading.arguments.voice import agent_of_passive, direct_object, is_passive, own_agent


def slot_of_noun(noun: Token, slot: str, support: Collection[str] = ()) -> tuple[Token, ...]:  # noqa: C901 (a slot a branch)
    """The noun phrases that fill `slot` of a noun ("Washington's sanctions on Vulin": subj, on).

    `support`: verbs that lend the noun their subject ("launched an invasion").
    """
    if slot == "subj":
        return noun_subject(noun, support, 0)
    if slot == "poss":
        return possessor(noun)
    if slot == "bearer":
        return bearer(noun)
    if slot == "self":
        return (noun,)
    if slot == "clause":
        return _subject_of_clause(noun)
    if slot == "prep":
        return (noun.head,) if noun.dep_ == "pobj" else ()
    if slot == "mod":
        return premodifiers(noun)
    if slot in ("anti", "det", "defended"):
        return _around(noun, slot)
    if slot in ("verb", "lent"):
        return _governor(noun, slot, support)
    if slot in ("that", "inf", "ing"):
        return _noun_clause(noun, slot)
    found = noun_phrases(objects_of(noun.children, slot))
    if slot == "of":
        return found or _of_which(noun)
    if found:
        return found
    governor = _clause_verb(noun)
    if governor is None:
        return ()
    return tuple(t for t in noun_phrases(objects_of(governor.children, slot)) if t.i != noun.i)


def _of_which(noun: Token) -> tuple[Token, ...]:
    """What a relative clause is about: "the bloc, of which Peru is a founding [member]"."""
    verb = noun.head
    if noun.dep_ != "attr" or verb.dep_ != "relcl":
        return ()
    asked = any(o.lower_ in ("which", "whom") for o in objects_of(verb.children, "of"))
    return (verb.head,) if asked else ()


def _around(noun: Token, slot: str) -> tuple[Token, ...]:
    if slot == "anti":
        return _opposed(noun)
    if slot == "defended":
        return _defended(noun)
    return tuple(c for c in noun.children if c.dep_ in ("det", "poss"))


def _defended(noun: Token) -> tuple[Token, ...]:
    """Who is helped or helps himself against a deed: "support for [Peru] against Chile's aggression"."""
    found: list[Token] = []
    at = noun
    for _ in range(DEPTH):
        if at.head.i == at.i:
            break
        at = at.head
        if at.pos_ == "VERB" and at.lemma_.lower() in WORDS.defending:
            found += surface_subject(at)
        helps = [at, *(c for c in at.children if c.dep_ == "dobj")] if at.pos_ == "VERB" else [at]
        for help_ in helps:
            if help_.lemma_.lower() in WORDS.helping:
                found += _helped(help_)
    return tuple(found)


def _helped(head: Token) -> tuple[Token, ...]:
    if head.pos_ == "VERB":
        return direct_object(head)
    receivers = [p for word in ("for", "to", "with", "of") for p in objects_of(head.children, word)]
    return noun_phrases(receivers) or possessor(head)


def _governor(noun: Token, slot: str, support: Collection[str]) -> tuple[Token, ...]:
    """The verb that governs a noun (`verb`), or the subject of that verb where it lends it (`lent`)."""
    verb = governing_verb(noun)
    if verb is None or slot == "verb":
        return () if verb is None else (verb,)
    whole = whole_of(noun)
    if verb.lemma_.lower() not in support or whole.dep_ == "nsubj":
        return ()
    return logical(verb, "subj") if whole.dep_ != "pobj" else surface_subject(verb)


def _opposed(noun: Token) -> tuple[Token, ...]:
    """What "anti-" stands before among the words before a noun: "anti-government protests"."""
    first, doc = noun.left_edge.i, noun.doc
    return tuple(
        doc[i] for i in range(first + 2, noun.i) if doc[i - 1].text == "-" and doc[i - 2].lower_ == "anti"
    )


def _noun_clause(noun: Token, slot: str) -> tuple[Token, ...]:
    wanted = {"that": ("acl", "ccomp", "relcl"), "inf": ("acl", "relcl", "xcomp", "advcl"), "ing": ("acl",)}[
        slot
    ]
    infinitive = slot == "inf"
    return tuple(
        c
        for c in noun.children
        if c.dep_ in wanted and any(t.dep_ == "aux" and t.lower_ == "to" for t in c.children) == infinitive
    )


def _subject_of_clause(noun: Token) -> tuple[Token, ...]:
    """Whose clause a noun in a prepositional phrase stands in: "thousands gathered in support of ..."."""
    verb = _clause_verb(noun)
    if verb is None:
        return ()
    return (agent_of_passive(verb) if is_passive(verb) else ()) or surface_subject(verb)


def _clause_verb(noun: Token) -> Token | None:
    """The verb that governs a noun, also where "in ..." hangs on its object: "held a rally in [support] of Peru"."""
    verb = governing_verb(noun)
    if verb is None and noun.dep_ == "pobj" and noun.head.lower_ == "in":
        return governing_verb(noun.head.head)
    return verb


def holder_of(noun: Token) -> tuple[Token, ...]:
    """Who owns, does or is responsible for a thing: "Russia's strikes", "a decision by Rome", "efforts of the UN"."""
    if noun.pos_ in ("VERB", "AUX"):
        return surface_subject(noun)
    own = noun_phrases(objects_of(noun.children, "by"))
    if not own and noun.lemma_.lower() in WORDS.patients:
        return _doer_of_harm(noun)
    own = own or possessor(noun)
    if own:
        return own
    named = tuple(t for t in premodifiers(noun) if t.ent_type_ or t.pos_ in ("PROPN", "NOUN"))
    if named:
        return (*named, *(t for n in named if n.pos_ == "NOUN" for t in premodifiers(n) if t.ent_type_))
    for preposition in ("of", "between", "among"):
        found = noun_phrases(objects_of(noun.children, preposition))
        if found:
            return found
    return _subject_of_relative(noun) or _agent_of_participle(noun)


def _doer_of_harm(noun: Token) -> tuple[Token, ...]:
    """Who does what is told by whom it hits: Peru in "Peru's arrest of Roe", nobody in "Roe's arrest"."""
    if any(objects_of(noun.children, "of")):
        return possessor(noun) or premodifiers(noun)
    owners = [t for t in (*possessor(noun), *premodifiers(noun)) if t.ent_type_ in ("GPE", "NORP")]
    return tuple(owners) or _subject_of_relative(noun) or _agent_of_participle(noun)


def _agent_of_participle(noun: Token) -> tuple[Token, ...]:
    """Who does what a participle says of a thing, or has it done: "the truce announced by [Peru]", "on behalf of"."""
    made = [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    behalf = [b for c in (noun, *made) for b in objects_of(c.children, "on") if b.lower_ == "behalf"]
    represented = noun_phrases(t for b in behalf for t in objects_of(b.children, "of"))
    return represented or tuple(t for c in made for t in own_agent(c))


def _subject_of_relative(noun: Token) -> tuple[Token, ...]:
    """Who does what a relative clause says of a thing: "the progress [Peru] is making"."""
    own = [
        c
        for clause in noun.children
        if clause.dep_ == "relcl"
        for c in clause.children
        if c.dep_ == "nsubj" and c.lower_ not in RELATIVE
    ]
    return noun_phrases(own)
