"""The slots of verbs and of predicative adjectives."""

from spacy.tokens import Token

from verbale.reading.arguments.phrases import WORDS, noun_phrases, prepositional
from verbale.reading.arguments.subjects import adjective_subject, logical, surface_subject
from verbale.reading.arguments.voice import is_passive, kept_object, small_clause


def slot_of_verb(verb: Token, slot: str) -> tuple[Token, ...]:
    """The noun phrases (or, for `that`, `inf`, `ing`, the clause) that fill `slot` of a verb."""
    if slot in ("subj", "obj"):
        return logical(verb, slot)
    if slot in ("that", "inf", "ing"):
        return _clause(verb, slot)
    if slot == "when":
        return _clauses_of_time(verb)
    if slot == "duty":
        return tuple(c for c in _clause(verb, "that") if _is_duty(c))
    if slot == "iobj":
        return _receiver(verb)
    if slot == "adv":
        return adverbs(verb)
    if slot == "prt":
        return tuple(c for c in verb.children if c.i > verb.i and _is_particle(c))
    if slot == "aux":
        return tuple(c for c in verb.children if c.dep_ in ("aux", "auxpass"))
    if slot == "attr":
        own = [c for c in verb.children if c.dep_ in ("attr", "oprd", "acomp")]
        return noun_phrases(own or small_clause(verb) or _second_objects(verb))
    return prepositional(verb, slot)


def _second_objects(verb: Token) -> list[Token]:
    """What somebody is called or made, by the parser an object: "declared him [winner]", "was declared [winner]"."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    made = verb.lemma_.lower() in WORDS.calling and is_passive(verb)
    return objects if made else objects[1:]


def _is_particle(word: Token) -> bool:
    """Whether a word after a verb is its particle or adverb: "stood [aside]", "opted [out] of it"."""
    if word.dep_ == "prep":
        return not any(c.dep_ == "pobj" for c in word.children)
    return word.dep_ in ("prt", "advmod")


def adverbs(head: Token) -> tuple[Token, ...]:
    """The adverbs, particles and negations of a head, and nouns for adverbs ("met [face] to face").

    In "met virtually on Monday" the parser gives the adverb to the preposition.
    """
    own = [c for c in head.children if c.dep_ in ("advmod", "neg", "prt")]
    own += [c for c in head.children if c.dep_ == "npadvmod" and c.ent_type_ not in ("DATE", "TIME")]
    own += [a for c in head.children if c.dep_ == "prep" for a in c.children if _follows(a, head)]
    return tuple(own)


def _follows(adverb: Token, head: Token) -> bool:
    """Whether an adverb of manner stands right after a head, before the preposition that it hangs on."""
    return adverb.dep_ == "advmod" and adverb.i == head.i + 1 and adverb.lower_.endswith("ly")


def _receiver(verb: Token) -> tuple[Token, ...]:
    if is_passive(verb) and kept_object(verb):
        return surface_subject(verb)
    return noun_phrases(c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP")


def _clause(verb: Token, slot: str) -> tuple[Token, ...]:
    found = []
    for child in verb.children:
        infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
        if slot == "that" and child.dep_ == "ccomp" and child.pos_ in ("VERB", "AUX"):
            found.append(child)
        elif slot == "inf" and infinitive and child.dep_ in ("xcomp", "ccomp", "advcl"):
            found.append(child)
        elif slot == "ing" and _is_gerund(child) and child.dep_ in ("xcomp", "ccomp"):
            found.append(child)
    return tuple(found)


def _clauses_of_time(verb: Token) -> tuple[Token, ...]:
    """What happened as `verb` did: "ten died [when gunmen attacked]", of two coordinated harms for both."""
    own = [c for c in verb.children if c.dep_ == "advcl" and _opener(c) in WORDS.occasions]
    if not own and verb.lemma_.lower() in WORDS.harming:
        later = [c for c in verb.children if c.dep_ == "conj" and c.lemma_.lower() in WORDS.harming]
        return tuple(t for c in later[:1] for t in _clauses_of_time(c))
    return tuple(own)


def _opener(clause: Token) -> str:
    first = next((c for c in clause.children if c.dep_ in ("advmod", "mark") and c.i < clause.i), clause)
    return str(first.lower_)


def _is_gerund(clause: Token) -> bool:
    """Whether a clause is a gerund, perfect or passive ones too: "denied having known"."""
    helpers = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
    subjects = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    return clause.tag_ == "VBG" or (not subjects and any(c.tag_ == "VBG" for c in helpers[:1]))


def _is_duty(clause: Token) -> bool:
    """Whether a clause tells what is to be done: "that Peru [leave]", "that Peru should leave"."""
    auxiliaries = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
    if any(c.lower_ in WORDS.obliging for c in auxiliaries):
        return True
    first = min([clause, *auxiliaries], key=lambda t: t.i)
    if first.lower_ == "be" or first.tag_ == "VB":
        return True
    subjects = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    if first.tag_ != "VBP" or first.pos_ != "VERB" or not subjects:
        return False
    return subjects[-1].tag_ in ("NN", "NNP") or (
        _is_told_past(clause.head) and clause.lemma_.lower() not in WORDS.stative
    )


def _is_told_past(verb: Token) -> bool:
    """Whether a verb is told as past, a participle by the verb above it: after it the present is no report."""
    return verb.tag_ == "VBD" or (verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.head.tag_ == "VBD")


def slot_of_adjective(adjective: Token, slot: str) -> tuple[Token, ...]:
    """The noun phrases that fill `slot` of a predicative adjective ("Rome is critical of the plan": subj, of)."""
    if slot == "subj":
        return adjective_subject(adjective)
    if slot in ("that", "inf", "ing"):
        return _clause(adjective, slot) or _clause_after(adjective, slot)
    return prepositional(adjective, slot)


def _clause_after(adjective: Token, slot: str) -> tuple[Token, ...]:
    """What the parser hung on the verb: "Rome is adamant [that it will stay]"."""
    verb = adjective.head
    if adjective.dep_ != "acomp" or verb.lemma_ not in ("be", "remain", "stay", "seem"):
        return ()
    return tuple(c for c in _clause(verb, slot) if c.i > adjective.i)
