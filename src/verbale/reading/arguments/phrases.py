"""Noun phrases and what hangs on them: coordinations, owners, objects of prepositions, governing verbs."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from verbale.lexicon.arguments import load_argument_words

NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}
RELATIVE = {"who", "which", "that", "whom", "whose"}
WORDS = load_argument_words()
DEPTH = 8


def conjuncts(token: Token) -> tuple[Token, ...]:
    """`token` and the noun phrases coordinated after it, in order of the text."""
    found, queue = [token], [token]
    while queue:
        at = queue.pop()
        for child in at.children:
            if (
                child.dep_ == "conj"
                and child.pos_ not in ("VERB", "AUX")
                and child.i > at.i
                and len(found) < 40
            ):
                found.append(child)
                queue.append(child)
    return tuple(sorted(found, key=lambda t: t.i))


def noun_phrases(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """The given heads with their coordinations, each once."""
    seen: dict[int, Token] = {}
    for token in tokens:
        for member in conjuncts(token):
            seen.setdefault(member.i, member)
    return tuple(seen.values())


def noun_phrases_of_head(head: Token) -> tuple[Token, ...]:
    """A noun that a clause modifies, with its coordination where the clause follows all of it."""
    if head.pos_ not in NOMINAL:
        return ()
    follows_all = any(
        clause.dep_ == "relcl" and is_plural_verb(clause) and clause.i > last.i
        for last in conjuncts(head)[1:]
        for clause in head.children
    )
    return conjuncts(head) if follows_all else (head,)


def is_plural_verb(verb: Token) -> bool:
    """Whether a verb, or its auxiliary, is one of many: "have met", "were told"."""
    return verb.tag_ == "VBP" or any(
        c.dep_ in ("aux", "auxpass") and (c.tag_ == "VBP" or c.lower_ == "were") for c in verb.children
    )


def objects_of(children: Iterable[Token], preposition: str) -> Iterator[Token]:
    """What stands after `preposition` among `children`, coordinations not expanded."""
    for child in children:
        if child.lower_ == preposition and child.dep_ in ("prep", "agent", "dative", "mark", "prt", "advmod"):
            yield from (p for p in child.children if p.dep_ in ("pobj", "pcomp") or _is_quality(p))


def _is_quality(word: Token) -> bool:
    """Whether an adjective stands as the object of "as": "dismissed the report as [false]"."""
    return word.dep_ == "amod" and word.head.lower_ == "as"


def possessor(noun: Token) -> tuple[Token, ...]:
    """Whose it is, by the genitive: "Peru's decision"."""
    return noun_phrases(c for c in noun.children if c.dep_ == "poss")


def whole_of(noun: Token) -> Token:
    """The head of the phrase that a noun stands in as a member or a measure's content: "a [series] of attacks"."""
    at: Token = noun
    for _ in range(DEPTH):
        measure = at.head.head
        if at.dep_ == "conj" and at.head.pos_ in ("NOUN", "PROPN"):
            at = at.head
        elif at.dep_ == "pobj" and at.head.lower_ == "of" and _measures(measure):
            at = measure
        else:
            break
    return at


def content_of(noun: Token) -> tuple[Token, ...]:
    """What a measure or number is of ("a series of [attacks]", "300 of its [troops]"), () for any other noun."""
    if not _measures(noun):
        return ()
    return noun_phrases(objects_of(noun.children, "of"))


def _measures(noun: Token) -> bool:
    return noun.tag_ == "CD" or noun.lemma_.lower() in WORDS.collectives


def titles_of(name: Token) -> tuple[Token, ...]:
    """The nouns before a person's name, or in apposition after it, that say what he is: "[Judge] Ann Roe"."""
    if name.ent_type_ != "PERSON":
        return ()
    before = [c for c in name.children if c.dep_ in ("compound", "nmod", "amod") and c.ent_type_ != "PERSON"]
    after = [c for c in name.children if c.dep_ == "appos" and c.pos_ == "NOUN"]
    return (*before, *(t for c in before for t in c.children if t.dep_ == "compound"), *after)


def governing_verb(noun: Token) -> Token | None:
    """The verb whose object, passive subject or prepositional object the noun is, None where it is neither."""
    at = whole_of(noun)
    head: Token = at.head
    if at.dep_ in ("dobj", "nsubjpass", "attr", "oprd") and head.pos_ in ("VERB", "AUX"):
        return head
    if at.dep_ == "nsubj" and head.lemma_ in WORDS.happen:
        return head
    if at.dep_ == "pobj" and head.head.pos_ in ("VERB", "AUX"):
        verb: Token = head.head
        return verb
    return None


def premodifiers(noun: Token) -> tuple[Token, ...]:
    """The adjectives and nouns that stand before a noun and modify it, Peru too in "a Peru-led offensive"."""
    found = [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod") and c.i < noun.i]
    return tuple(leader_of(c) or c for c in found)


def leader_of(participle: Token) -> Token | None:
    """Who leads what a participle modifies, by a hyphen: Peru in "Peru-led", None for any other modifier."""
    hyphenated = participle.i > 1 and participle.nbor(-1).text == "-"
    if hyphenated and participle.lower_ in WORDS.leading:
        return participle.nbor(-2)
    return None


def put_off(verb: Token) -> tuple[Token, Token] | None:
    """What an inserted "as" or "with" holds, and the object after it: "dismissed as [false] any [report]"."""
    if any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
        return None
    for preposition in verb.children:
        ends = [c for c in preposition.children if c.dep_ == "pobj"]
        if preposition.lower_ in ("as", "with") and preposition.i == verb.i + 1 and ends:
            return _split(preposition, ends)
    return None


def _split(preposition: Token, ends: list[Token]) -> tuple[Token, Token] | None:
    """The two phrases that the parser took for one after "as" or "with"."""
    first, last = ends[0], ends[-1]
    if preposition.lower_ == "with":
        word = preposition.nbor(1)
        return (word, first) if word.i < first.i and word.lemma_.lower() in WORDS.feelings else None
    if len(ends) > 1:
        return first, last
    opened = [c for c in first.children if c.dep_ in ("det", "poss")]
    start = opened[0].left_edge.i if opened else first.i
    named = first.lemma_.lower() in WORDS.assertions
    before = [c for c in first.children if c.dep_ in ("amod", "compound", "nmod") and c.i < start]
    if before and (opened or named):
        return before[-1], first
    told = [c for c in first.children if c.dep_ == "appos" and any(t.dep_ == "det" for t in c.children)]
    return (first, told[0]) if told else None


def prepositional(head: Token, preposition: str) -> tuple[Token, ...]:
    """Objects of `preposition` attached to `head`, or to its object ("imposed [sanctions on Iran]")."""
    if preposition in ("as", "with") and head.pos_ == "VERB" and (both := put_off(head)):
        return (both[0],)
    found = list(objects_of(head.children, preposition))
    if not found and preposition == "of":
        found = [t for c in head.children if c.lower_ == "out" for t in objects_of(c.children, "of")]
    if not found and preposition != "of":
        for child in head.children:
            if child.dep_ in ("dobj", "nsubjpass", "attr", "prt", "advmod", "prep", "oprd"):
                found += objects_of(child.children, preposition)
    return noun_phrases(found or _shared_with_later(head, preposition))


def _shared_with_later(verb: Token, preposition: str) -> list[Token]:
    """What follows the second of two harms for the first: "ten were killed and six hurt in [airstrikes]"."""
    if verb.lemma_.lower() not in WORDS.harming:
        return []
    later = [c for c in verb.children if c.dep_ == "conj" and c.lemma_.lower() in WORDS.harming]
    return [p for c in later[:1] for p in objects_of(c.children, preposition)]
