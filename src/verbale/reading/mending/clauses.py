"""Mend parses of sentences whose main verb was taken for a participle: "the minister, Joan Roe, accused Peru".

A finite verb below a noun, with an object and no auxiliary of its own, is the main verb wherever the sentence has no
other, or has one with a subject and a conjunction of its own ("... named Roe, a day after deputies toppled Doe").
"""

from spacy.tokens import Doc, Token

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.attribution import load_speech

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLOSING = frozenset({'"', "'", ")"})
_COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp"})
_AUXILIARIES = frozenset({"aux", "auxpass", "nsubj", "nsubjpass", "agent"})
_WORDS = load_argument_words()


def raise_main_verbs(doc: Doc) -> Doc:
    """Make the main verb that hangs below its own subject the root of its sentence; changes `doc` in place."""
    for token in doc:
        if token.dep_ == "acl" and token.tag_ in ("VBD", "VBN") and _may_be_finite(token):
            noun = _named_by(token.head)
            if noun.dep_ == "ROOT" and noun.tag_ in _NOUNS and _is_whole_sentence(noun, token):
                _raise(token, noun)
            elif noun.dep_ in _SUBJECTS and _is_second_clause(noun, token):
                _subordinate(token, noun)
        elif token.dep_ == "amod" and token.tag_ in ("VBD", "VBN"):
            _raise_after_name(token)
        elif token.dep_ == "relcl" and token.head.tag_.startswith("V"):
            _complement(token)
        elif token.dep_ in ("advcl", "acl", "relcl") and token.tag_ == "VB":
            _ask_from(token)
        elif token.dep_ == "ccomp" and token.tag_ in ("VBN", "VBD"):
            _modify_object(token)
            _relate_to_cleft(token)
        elif token.dep_ == "ROOT" and token.tag_ in ("VBP", "VBZ", "VBD", "VBN"):
            _take_list_before(token)
            _take_name_before(token)
            _raise_second(token)
    return doc


def _ask_from(verb: Token) -> None:
    """In "faced calls from lawmakers to [resign]" the calls come from them, and they do not resign."""
    noun = verb.head
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in ("from", "by")), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if mark is None or subject is None or noun.tag_ not in _NOUNS or mark.i != noun.i + 1:
        return
    mark.head, mark.dep_, mark.pos_ = noun, "prep", "ADP"
    subject.head, subject.dep_ = mark, "pobj"


def _modify_object(participle: Token) -> None:
    """In "hold a series of talks focused on trade" the series is what they hold; "ordered bars closed" has no such."""
    verb = participle.head
    children = list(participle.children)
    subject = next((c for c in children if c.dep_ == "nsubj"), None)
    if subject is None or any(c.dep_ in ("aux", "auxpass", "mark") for c in children):
        return
    if subject.left_edge.i != verb.i + 1 or verb.lemma_.lower() in load_speech().verbs:
        return
    if any(c.dep_ == "dobj" for c in verb.children) or not any(c.dep_ == "prep" for c in children):
        return
    if participle.tag_ == "VBD" and verb.lemma_.lower() not in _WORDS.support:
        return
    subject.head, subject.dep_ = verb, "dobj"
    participle.head, participle.dep_, participle.tag_ = subject, "acl", "VBN"


def _relate_to_cleft(verb: Token) -> None:
    """In "It was Peru that attacked Chile" what follows "that" tells of Peru."""
    be = verb.head
    relative = any(c.dep_ in _SUBJECTS and c.tag_ in ("WDT", "WP") for c in verb.children)
    named = next((c for c in be.children if c.dep_ == "attr" and be.i < c.i < verb.i), None)
    if be.lemma_ == "be" and relative and named is not None:
        verb.head, verb.dep_ = named, "relcl"


def _take_list_before(verb: Token) -> None:
    """In "After talks in Lima, Peru and Chile agreed" these are no further places of the talks, but agreed."""
    if any(c.dep_ in (*_SUBJECTS, "expl", "csubj") for c in verb.children):
        return
    at = verb.doc[max(verb.left_edge.i, verb.i - 1)]
    last = next(
        (verb.doc[i] for i in range(verb.i - 1, verb.sent.start - 1, -1) if verb.doc[i].head.i != verb.i), at
    )
    while (
        last.dep_ in ("conj", "compound", "flat")
        and last.head.i < last.i
        and last.left_edge.nbor(-1).text != ","
    ):
        last = last.head
    if last.dep_ != "conj" or last.ent_type_ not in ("GPE", "PERSON", "ORG", "NORP") or not last.left_edge.i:
        return
    if last.left_edge.nbor(-1).text == "," and last.head.dep_ == "pobj" and _is_fronted(last.head, verb):
        last.head, last.dep_ = verb, "nsubj"


def _take_name_before(verb: Token) -> None:
    """In "FIFA condemned it" and "The BBC apologised", which the parser takes for adverbs, these are the subjects."""
    if verb.tag_ not in ("VBD", "VBZ") or not verb.i or verb.i == verb.sent.start:
        return
    if any(c.dep_ in (*_SUBJECTS, "expl", "csubj", "aux", "auxpass") for c in verb.children):
        return
    name = verb.nbor(-1)
    if name.dep_ != "npadvmod" or name.head.i != verb.i or name.tag_ not in ("NNP", "NNPS"):
        return
    if name.ent_type_ in ("DATE", "TIME"):
        return
    name.dep_ = "nsubj"
    article = name.left_edge.nbor(-1) if name.left_edge.i > verb.sent.start else None
    if article is not None and article.tag_ == "DT" and article.head.i == verb.i:
        article.head, article.dep_ = name, "det"


def _is_fronted(noun: Token, verb: Token) -> bool:
    """Whether a noun stands in the prepositional phrase that opens the sentence of `verb`."""
    at = noun
    while at.head.i != at.i and at.head.i != verb.i:
        at = at.head
    return at.head.i == verb.i and at.dep_ == "prep" and at.left_edge.i == verb.sent.start


def _complement(clause: Token) -> None:
    """In "a court rules that Roe may run" what follows "that" is what the court rules."""
    verb = clause.head
    if verb.i + 1 >= clause.i or verb.nbor(1).lower_ != "that":
        return
    that = verb.nbor(1)
    if that.dep_ not in ("nsubj", "nsubjpass"):
        that.head, that.dep_ = clause, "mark"
        clause.dep_ = "ccomp"


def _raise_after_name(verb: Token) -> None:
    """In "the president, Joan Roe, dissolved parliament and left" she dissolved it; it is no second apposition."""
    noun = verb.head
    subject = noun.head
    main = subject.head
    if noun.dep_ != "appos" or subject.dep_ != "nsubj" or main.dep_ != "ROOT" or main.i < noun.i:
        return
    name = verb.i - 2
    if verb.left_edge.i != verb.i or noun.left_edge.i != verb.i or name < 0 or verb.nbor(-1).text != ",":
        return
    if not any(c.dep_ == "appos" and c.right_edge.i == name for c in subject.children):
        return
    late = [c for c in subject.children if c.i > noun.i]
    if not any(c.dep_ == "cc" for c in late):
        return
    noun.head, noun.dep_ = verb, "dobj"
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    subject.head, subject.dep_ = verb, "nsubj"
    main.head, main.dep_ = verb, "conj"
    for child in late:
        child.head = verb


def _raise_second(participle: Token) -> None:
    """In "Roe, appointed minister in May, resigned" the second verb is the main one, the first says who Roe is."""
    subject = next((c for c in participle.lefts if c.dep_ in _SUBJECTS), None)
    if subject is None or participle.nbor(-1).text != "," or subject.right_edge.i > participle.i:
        return
    if any(c.dep_ in ("aux", "auxpass", "cc") for c in participle.children):
        return
    main = next((c for c in participle.rights if c.dep_ == "conj" and c.tag_ in ("VBD", "VBZ", "VBP")), None)
    if main is None or main.left_edge.nbor(-1).text != ",":
        return
    main.head, main.dep_ = main, "ROOT"
    subject.head, subject.dep_ = main, "nsubj"
    participle.head, participle.dep_, participle.tag_ = subject, "acl", "VBN"
    for child in list(participle.children):
        if child.i > main.i:
            child.head = main


def _may_be_finite(verb: Token) -> bool:
    """Whether the participle may be a past tense: it has an object and nothing that marks a passive."""
    children = list(verb.children)
    if any(c.dep_ in _AUXILIARIES for c in children):
        return False
    if any(c.ent_type_ == "DATE" and c.i == verb.i + 1 for c in children):
        return True
    if verb.lemma_.lower() in _WORDS.giving | _WORDS.naming:
        made = [c for c in children if c.dep_ in ("dobj", "oprd")]
        return bool(made) and (verb.tag_ == "VBD" or _makes_somebody(verb, made[0]))
    if any(c.dep_ == "prep" for c in children) and (verb.tag_ == "VBD" or _follows_name(verb)):
        return True
    return any(c.dep_ in _COMPLEMENTS for c in children)


def _follows_name(verb: Token) -> bool:
    """Whether an apposition in commas stands right before: "the minister, Joan Roe, [mediated] between them"."""
    name = verb.i - 2
    if name <= verb.head.i or verb.nbor(-1).text != ",":
        return False
    return any(c.dep_ == "appos" and c.right_edge.i in (name, name + 1) for c in verb.head.children)


def _makes_somebody(verb: Token, made: Token) -> bool:
    """Whether a person, then "as", follows: "the council named Roe as minister", not "a man named Roe"."""
    rest = verb.doc[made.i + 1 : verb.sent.end]
    return made.ent_type_ == "PERSON" and len(rest) > 0 and rest[0].lower_ == "as"


def _named_by(noun: Token) -> Token:
    """The head of an apposition: in "the minister, Joan Roe, said" the minister."""
    while noun.dep_ == "appos" and noun.head.i != noun.i:
        noun = noun.head
    return noun


def _is_whole_sentence(noun: Token, verb: Token) -> bool:
    """Whether the sentence is a clause that lacks but its verb, and no heading or fragment."""
    last = noun.doc[noun.sent.end - 1]
    while last.i > verb.i and (last.is_space or last.text in _CLOSING):
        last = last.nbor(-1)
    return noun.i < verb.i and last.text == "." and not _has_finite(noun, verb)


def _has_finite(noun: Token, verb: Token) -> bool:
    return any(
        c.i > noun.i
        and c.i != verb.i
        and c.dep_ in ("cop", "conj", "parataxis")
        and c.pos_ in ("VERB", "AUX")
        for c in noun.children
    )


def _is_second_clause(noun: Token, verb: Token) -> bool:
    """Whether the verb that took the subject has another and a conjunction: "..., a day after deputies toppled Doe"."""
    main = noun.head
    if main.i < verb.i or main.dep_ != "ROOT":
        return False
    own = [c for c in main.children if c.dep_ in _SUBJECTS and c.i > verb.i]
    return bool(own) and any(c.dep_ == "mark" and verb.i < c.i < own[0].i for c in main.children)


def _raise(verb: Token, noun: Token) -> None:
    rights = [c for c in noun.children if c.i > verb.i]
    for child in verb.children:
        if child.ent_type_ == "DATE" and child.dep_ == "oprd":
            child.dep_ = "npadvmod"
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    noun.head, noun.dep_ = verb, "nsubj"
    for child in rights:
        child.head = verb


def _subordinate(verb: Token, noun: Token) -> None:
    main = noun.head
    others = [c for c in noun.children if c.i > verb.i]
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    noun.head = verb
    main.head, main.dep_ = verb, "advcl"
    for child in others:
        child.head = verb
