"""Who and what a predicate takes: slots of verbs, nouns and adjectives, whatever their construction.

Active, passive, participle, relative clause, control, coordination, possessive and support verb all come out
as the same slots (`subj`, `obj`, prepositions ...), so that a row of the lexicon is written once.
Slots hold the head tokens of noun phrases, coordinations expanded.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from verbale.lexicon.arguments import load_argument_words

NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}
_RELATIVE = {"who", "which", "that", "whom", "whose"}
_WORDS = load_argument_words()
_DEPTH = 8
_WINDOW = 60


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


def is_passive(verb: Token) -> bool:
    """Whether `verb` is a passive: "was arrested", "arrested by", the participle in "officials accused of ..."."""
    if verb.tag_ not in ("VBN", "VBD"):
        return False
    has_have = has_object = False
    for child in verb.children:
        if child.dep_ in ("auxpass", "nsubjpass", "agent", "csubjpass"):
            return True
        has_have = has_have or (child.dep_ == "aux" and child.lemma_ == "have")
        has_object = has_object or child.dep_ == "dobj"
    if verb.tag_ == "VBD" and verb.dep_ != "acl":
        return False
    if has_have:
        return False
    if verb.dep_ in ("acl", "amod", "oprd"):
        return not has_object or verb.tag_ == "VBN"
    if verb.dep_ == "advcl":
        return not has_object
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return not any(c.dep_ in ("nsubj", "aux") for c in verb.children) and is_passive(verb.head)
    return False


def surface_subject(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """The noun phrases that stand, or are understood, as the grammatical subject of `verb`."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i != verb.i]
    if own:
        return _relative_antecedent(own[0], verb) or noun_phrases(own[-1:])
    if depth > _DEPTH:
        return ()
    return _understood_subject(verb, depth)


def _relative_antecedent(subject: Token, verb: Token) -> tuple[Token, ...]:
    if subject.lower_ not in _RELATIVE:
        return ()
    at: Token = verb
    while at.dep_ in ("conj", "ccomp", "xcomp") and at.head.i != at.i:
        at = at.head
    return noun_phrases_of_head(at.head) if at.dep_ == "relcl" else ()


def noun_phrases_of_head(head: Token) -> tuple[Token, ...]:
    """A noun that a clause modifies, with its coordination where the clause follows all of it."""
    if head.pos_ not in NOMINAL:
        return ()
    return (head,)


def _understood_subject(verb: Token, depth: int) -> tuple[Token, ...]:
    head, dep = verb.head, verb.dep_
    if head.i == verb.i:
        return ()
    if dep == "conj":
        return surface_subject(head, depth + 1) if head.pos_ in ("VERB", "AUX") else ()
    if dep == "xcomp":
        return _controller(head, depth)
    if dep in ("advcl", "ccomp", "acl", "relcl") and head.pos_ in ("VERB", "AUX"):
        return surface_subject(head, depth + 1)
    if dep in ("acl", "relcl", "amod"):
        return _modified_noun(verb, head, depth)
    if dep == "pcomp":
        return _subject_of_gerund(head, depth)
    return ()


def _controller(head: Token, depth: int) -> tuple[Token, ...]:
    if head.pos_ not in ("VERB", "AUX"):
        return (
            slot_of_noun(head, "subj", depth=depth + 1)
            if head.pos_ == "NOUN"
            else slot_of_adjective(head, "subj")
        )
    objects = [c for c in head.children if c.dep_ == "dobj"]
    if objects and head.lemma_ not in _WORDS.subject_control:
        return noun_phrases(objects)
    return surface_subject(head, depth + 1)


def _modified_noun(verb: Token, head: Token, depth: int) -> tuple[Token, ...]:
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if infinitive and head.pos_ == "NOUN":
        return _ranked(head) or slot_of_noun(head, "subj", depth=depth + 1)
    if verb.dep_ == "relcl" and any(c.dep_ == "nsubj" for c in verb.children):
        return ()
    if verb.tag_ == "VBG" and head.lemma_.lower() in _WORDS.documents:
        return slot_of_noun(head, "subj", ("adopt", "pass", "vote", *_WORDS.support), depth + 1)
    return noun_phrases_of_head(head)


def _ranked(noun: Token) -> tuple[Token, ...]:
    """Who is the first, last or only one to do something: "Peru becomes the third state to ratify the treaty"."""
    if any(c.i < noun.i and (c.ent_type_ == "ORDINAL" or c.lower_ in _WORDS.ranks) for c in noun.children):
        return _bearer(noun)
    return ()


def _subject_of_gerund(preposition: Token, depth: int) -> tuple[Token, ...]:
    governor = preposition.head
    if governor.pos_ in ("VERB", "AUX"):
        objects = [c for c in governor.children if c.dep_ == "dobj"]
        if (
            preposition.lower_ in ("for", "of", "from", "with", "on")
            and governor.lemma_ in _WORDS.gerund_of_object
        ):
            return noun_phrases(objects) if objects else surface_subject(governor, depth + 1)
        return _struck_before(preposition, governor) or surface_subject(governor, depth + 1)
    if governor.pos_ == "NOUN":
        return slot_of_noun(governor, "subj", depth=depth + 1)
    if (
        governor.pos_ == "PROPN"
        and governor.dep_ == "dobj"
        and governor.head.lemma_ in _WORDS.gerund_of_object
    ):
        return (governor,)
    return ()


def _struck_before(preposition: Token, verb: Token) -> tuple[Token, ...]:
    """Whom a measure hits whose reason follows: in "cut ties with Peru for leaving" Peru left."""
    if preposition.lower_ != "for" or verb.lemma_.lower() not in _WORDS.striking:
        return ()
    found = [*_prepositional(verb, "against"), *_prepositional(verb, "on"), *_prepositional(verb, "with")]
    return tuple(t for t in found if t.i < preposition.i)


def slot_of_verb(verb: Token, slot: str) -> tuple[Token, ...]:
    """The noun phrases (or, for `that`, `inf`, `ing`, the clause) that fill `slot` of a verb."""
    if slot in ("subj", "obj"):
        return _logical(verb, slot)
    if slot in ("that", "inf", "ing"):
        return _clause(verb, slot)
    if slot == "iobj":
        return _receiver(verb)
    if slot == "adv":
        return _adverbs(verb)
    if slot == "aux":
        return tuple(c for c in verb.children if c.dep_ in ("aux", "auxpass"))
    if slot == "attr":
        own = [c for c in verb.children if c.dep_ in ("attr", "oprd", "acomp")]
        return noun_phrases(own or _small_clause(verb) or [c for c in verb.children if c.dep_ == "dobj"][1:])
    return _prepositional(verb, slot)


def _adverbs(head: Token) -> tuple[Token, ...]:
    return tuple(c for c in head.children if c.dep_ in ("advmod", "neg"))


def _logical(verb: Token, slot: str) -> tuple[Token, ...]:
    passive = is_passive(verb)
    if slot == "subj" and passive:
        return _agent(verb)
    if slot == "subj":
        return surface_subject(verb)
    if passive:
        return noun_phrases(_kept_object(verb)) or surface_subject(verb)
    return _direct_object(verb)


def _kept_object(verb: Token) -> list[Token]:
    """The object that a verb of giving keeps in the passive: "was granted [bail]"."""
    if verb.lemma_.lower() not in _WORDS.giving:
        return []
    return [c for c in verb.children if c.dep_ in ("dobj", "oprd", "attr") and c.pos_ in ("NOUN", "PROPN")]


def _receiver(verb: Token) -> tuple[Token, ...]:
    if is_passive(verb) and _kept_object(verb):
        return surface_subject(verb)
    return noun_phrases(c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP")


def _agent(verb: Token) -> tuple[Token, ...]:
    """The "by" phrase of a passive, its own or shared with the passives it is coordinated with."""
    found = _own_agent(verb)
    if not found and verb.dep_ == "conj" and is_passive(verb.head):
        found = _own_agent(verb.head)
    if not found:
        later = [c for c in verb.children if c.dep_ == "conj" and is_passive(c)]
        found = _own_agent(later[0]) if later else ()
    return found


def _own_agent(verb: Token) -> tuple[Token, ...]:
    if verb.dep_ == "amod" and verb.i > 1 and verb.nbor(-1).text == "-":
        return (verb.nbor(-2),)
    return noun_phrases(
        phrase
        for child in verb.children
        if child.lower_ == "by" and child.dep_ in ("agent", "prep")
        for phrase in child.children
        if phrase.dep_ == "pobj"
    )


def _direct_object(verb: Token) -> tuple[Token, ...]:
    own = [c for c in verb.children if c.dep_ == "dobj" and c.i != verb.i]
    if own and own[0].lower_ in _RELATIVE and verb.dep_ == "relcl":
        return noun_phrases_of_head(verb.head)
    if own:
        return noun_phrases(own)
    judged = _small_clause(verb)
    if judged:
        return noun_phrases(c for c in judged[0].children if c.dep_ == "nsubj")
    if verb.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.lower_ not in _RELATIVE for c in verb.children):
        return noun_phrases_of_head(verb.head)
    if verb.dep_ != "conj":
        shared = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.lemma_ != "say"]
        return _shared_object(verb, shared)
    return ()


def _small_clause(verb: Token) -> list[Token]:
    """What somebody is found, declared or called: "[found him guilty]", as the parser's clause without a verb."""
    return [
        c
        for c in verb.children
        if c.dep_ == "ccomp"
        and c.pos_ in ("ADJ", "NOUN", "PROPN")
        and any(t.dep_ == "nsubj" for t in c.children)
        and not any(t.dep_ in ("aux", "mark") for t in c.children)
    ]


def _shared_object(verb: Token, later: list[Token]) -> tuple[Token, ...]:
    """The object of "condemned and rejected the plan" for the first verb: nothing may stand between the two."""
    for other in later:
        between = [t for t in verb.doc[verb.i + 1 : other.i] if t.dep_ not in ("cc", "advmod", "punct")]
        if not between:
            return noun_phrases(c for c in other.children if c.dep_ == "dobj")
    return ()


def _clause(verb: Token, slot: str) -> tuple[Token, ...]:
    found = []
    for child in verb.children:
        infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
        if slot == "that" and child.dep_ == "ccomp" and child.pos_ in ("VERB", "AUX"):
            found.append(child)
        elif slot == "inf" and infinitive and child.dep_ in ("xcomp", "ccomp", "advcl"):
            found.append(child)
        elif slot == "ing" and child.tag_ == "VBG" and child.dep_ in ("xcomp", "ccomp"):
            found.append(child)
    return tuple(found)


def _prepositional(head: Token, preposition: str) -> tuple[Token, ...]:
    """Objects of `preposition` attached to `head`, or to its object ("imposed [sanctions on Iran]")."""
    found = list(_objects_of(head.children, preposition))
    if not found and preposition != "of":
        for child in head.children:
            if child.dep_ in ("dobj", "nsubjpass", "attr", "prt", "advmod", "prep", "oprd"):
                found += _objects_of(child.children, preposition)
    return noun_phrases(found)


def _objects_of(children: Iterable[Token], preposition: str) -> Iterator[Token]:
    for child in children:
        if child.lower_ == preposition and child.dep_ in ("prep", "agent", "dative", "mark", "prt", "advmod"):
            yield from (p for p in child.children if p.dep_ in ("pobj", "pcomp"))


def slot_of_noun(noun: Token, slot: str, support: Collection[str] = (), depth: int = 0) -> tuple[Token, ...]:  # noqa: C901 (a slot a branch)
    """The noun phrases that fill `slot` of a noun ("Washington's sanctions on Vulin": subj, on).

    `support`: verbs that lend the noun their subject ("launched an invasion").
    """
    if slot == "subj":
        return _noun_subject(noun, support, depth)
    if slot == "poss":
        return _possessor(noun)
    if slot == "bearer":
        return _bearer(noun)
    if slot == "self":
        return (noun,)
    if slot == "clause":
        return _subject_of_clause(noun)
    if slot == "prep":
        return (noun.head,) if noun.dep_ == "pobj" else ()
    if slot == "mod":
        return tuple(c for c in noun.children if c.dep_ in ("amod", "compound", "nmod") and c.i < noun.i)
    if slot in ("anti", "det", "defended"):
        return _around(noun, slot)
    if slot in ("verb", "lent"):
        return _governor(noun, slot, support)
    if slot in ("that", "inf", "ing"):
        return _noun_clause(noun, slot)
    found = noun_phrases(_objects_of(noun.children, slot))
    if found or slot == "of":
        return found
    governor = governing_verb(noun)
    if governor is None:
        return ()
    return tuple(t for t in noun_phrases(_objects_of(governor.children, slot)) if t.i != noun.i)


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
    for _ in range(_DEPTH):
        if at.head.i == at.i:
            break
        at = at.head
        if at.pos_ == "VERB" and at.lemma_.lower() in _WORDS.defending:
            found += surface_subject(at)
        helps = [at, *(c for c in at.children if c.dep_ == "dobj")] if at.pos_ == "VERB" else [at]
        for help_ in helps:
            if help_.lemma_.lower() in _WORDS.helping:
                found += _helped(help_)
    return tuple(found)


def _helped(head: Token) -> tuple[Token, ...]:
    if head.pos_ == "VERB":
        return _direct_object(head)
    receivers = [p for word in ("for", "to", "with", "of") for p in _objects_of(head.children, word)]
    return noun_phrases(receivers) or _possessor(head)


def _governor(noun: Token, slot: str, support: Collection[str]) -> tuple[Token, ...]:
    """The verb that governs a noun (`verb`), or the subject of that verb where it lends it (`lent`)."""
    verb = governing_verb(noun)
    if verb is None or slot == "verb":
        return () if verb is None else (verb,)
    if verb.lemma_.lower() not in support or noun.dep_ == "nsubj":
        return ()
    return _logical(verb, "subj") if noun.dep_ != "pobj" else surface_subject(verb)


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


def _noun_subject(noun: Token, support: Collection[str], depth: int) -> tuple[Token, ...]:
    by = noun_phrases(_objects_of(noun.children, "by"))
    if by:
        return by
    owner = _possessor(noun)
    if owner:
        return owner
    if depth > _DEPTH:
        return ()
    governor = governing_verb(noun)
    if (
        governor is not None
        and noun.dep_ not in ("nsubj", "nsubjpass")
        and governor.lemma_.lower() in support
    ):
        return _logical(governor, "subj") if noun.dep_ != "pobj" else surface_subject(governor, depth + 1)
    return slot_of_noun(noun, "mod")


def _subject_of_clause(noun: Token) -> tuple[Token, ...]:
    """Whose clause a noun in a prepositional phrase stands in: "thousands gathered in support of ..."."""
    verb = governing_verb(noun)
    if verb is None:
        return ()
    return (_agent(verb) if is_passive(verb) else ()) or surface_subject(verb)


def _bearer(noun: Token) -> tuple[Token, ...]:
    """Who is what the noun says: "Norway is a member", "Chile, a member of ...", "opposition candidate Orengo"."""
    head = noun.head
    if noun.dep_ == "attr" and head.pos_ in ("AUX", "VERB"):
        return surface_subject(head)
    if noun.dep_ in ("compound", "nmod", "amod") and head.i > noun.i:
        return noun_phrases((head,)) if noun.tag_ == "NNS" else noun_phrases_of_head(head)
    if noun.dep_ == "appos":
        return (head,)
    if noun.dep_ == "pobj" and head.lower_ == "as" and head.head.pos_ in ("VERB", "AUX"):
        verb = head.head
        return _logical(verb, "obj") or surface_subject(verb)
    return noun_phrases(c for c in noun.children if c.dep_ == "appos" and c.i > noun.i)


def _possessor(noun: Token) -> tuple[Token, ...]:
    return noun_phrases(c for c in noun.children if c.dep_ == "poss")


def governing_verb(noun: Token) -> Token | None:
    """The verb whose object, passive subject or prepositional object the noun is, None where it is neither."""
    at = noun
    while at.dep_ == "conj" and at.head.pos_ in ("NOUN", "PROPN"):
        at = at.head
    head: Token = at.head
    if at.dep_ in ("dobj", "nsubjpass", "attr", "oprd") and head.pos_ in ("VERB", "AUX"):
        return head
    if at.dep_ == "nsubj" and head.lemma_ in _WORDS.happen:
        return head
    if at.dep_ == "pobj" and head.head.pos_ in ("VERB", "AUX"):
        verb: Token = head.head
        return verb
    return None


def slot_of_adjective(adjective: Token, slot: str) -> tuple[Token, ...]:
    """The noun phrases that fill `slot` of a predicative adjective ("Rome is critical of the plan": subj, of)."""
    if slot == "subj":
        if adjective.dep_ in ("acomp", "oprd", "attr", "conj"):
            verb = adjective.head
            return surface_subject(verb if verb.pos_ in ("VERB", "AUX") else verb.head)
        return (adjective.head,) if adjective.dep_ in ("amod", "relcl", "acl", "appos") else ()
    if slot in ("that", "inf", "ing"):
        return _clause(adjective, slot)
    return _prepositional(adjective, slot)


@dataclass(slots=True)
class Arguments:
    """The slots of one trigger, each computed once when asked for.

    >>> import spacy
    >>> words = ["Peru", "thanked", "Chile"]
    >>> doc = Doc(spacy.blank("en").vocab, words=words, pos=["PROPN", "VERB", "PROPN"], tags=["NNP", "VBD", "NNP"],
    ...           heads=[1, 1, 1], deps=["nsubj", "ROOT", "dobj"], lemmas=["Peru", "thank", "Chile"])
    >>> [t.text for t in Arguments(doc[1]).slot("obj")]
    ['Chile']
    """

    trigger: Token
    support: Collection[str] = ()
    _slots: dict[str, tuple[Token, ...]] = field(default_factory=dict)

    @property
    def doc(self) -> Doc:
        """The Doc of the trigger."""
        doc: Doc = self.trigger.doc
        return doc

    def slot(self, name: str) -> tuple[Token, ...]:
        """The head tokens that fill the slot, () where none does; `a.b` is slot b of what fills slot a."""
        if name not in self._slots:
            self._slots[name] = self._compute(name)
        return self._slots[name]

    def _compute(self, name: str) -> tuple[Token, ...]:
        if name == "sentence":
            return _words_around(self.trigger)
        outer, _, inner = name.rpartition(".")
        if outer:
            return tuple(t for head in self.slot(outer) for t in _inner(head, inner))
        pos = self.trigger.pos_
        if pos in ("VERB", "AUX"):
            return slot_of_verb(self.trigger, name)
        if pos == "ADJ":
            return slot_of_adjective(self.trigger, name)
        return slot_of_noun(self.trigger, name, self.support)


def _words_around(trigger: Token) -> tuple[Token, ...]:
    """The words of the trigger's sentence, no further than `_WINDOW` tokens away."""
    start, end = trigger.sent.start, trigger.sent.end
    return tuple(trigger.doc[max(start, trigger.i - _WINDOW) : min(end, trigger.i + _WINDOW)])


def _inner(head: Token, slot: str) -> tuple[Token, ...]:
    outer, _, inner = slot.partition(".")
    if inner:
        return tuple(t for middle in _inner(head, outer) for t in _inner(middle, inner))
    if slot == "holder":
        return holder_of(head)
    if slot == "adv":
        return _adverbs(head)
    if head.pos_ in ("VERB", "AUX"):
        return slot_of_verb(head, slot)
    return slot_of_noun(head, slot)


def holder_of(noun: Token) -> tuple[Token, ...]:
    """Who owns, does or is responsible for a thing: "Russia's strikes", "a decision by Rome", "efforts of the UN"."""
    if noun.pos_ in ("VERB", "AUX"):
        return surface_subject(noun)
    own = noun_phrases(_objects_of(noun.children, "by")) or _possessor(noun)
    if own:
        return own
    named = tuple(t for t in slot_of_noun(noun, "mod") if t.ent_type_ or t.pos_ in ("PROPN", "NOUN"))
    if named:
        return named
    for preposition in ("of", "between", "among"):
        found = noun_phrases(_objects_of(noun.children, preposition))
        if found:
            return found
    return _subject_of_relative(noun) or _agent_of_participle(noun)


def _agent_of_participle(noun: Token) -> tuple[Token, ...]:
    """Who does what a participle says of a thing: "the truce announced by [Peru]"."""
    return tuple(t for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" for t in _own_agent(c))


def _subject_of_relative(noun: Token) -> tuple[Token, ...]:
    """Who does what a relative clause says of a thing: "the progress [Peru] is making"."""
    own = [
        c
        for clause in noun.children
        if clause.dep_ == "relcl"
        for c in clause.children
        if c.dep_ == "nsubj" and c.lower_ not in _RELATIVE
    ]
    return noun_phrases(own)
