"""Who is the subject of a verb of office, whom he follows, and whether it is over."""

from spacy.tokens import Token

from verbale.reading.offices.scene import Scene

_PRONOUNS = frozenset({"he", "she", "they", "i"})
_ADVERBIAL = frozenset({"advcl", "pcomp", "prep"})


def subjects_of(scene: Scene, verb: Token) -> list[int]:
    """Head tokens of the persons who are the subject: by name, pronoun, or "who"."""
    subject = _subject(scene, verb)
    if subject is None:
        return []
    if subject.tag_ in ("WP", "WDT"):
        subject = _antecedent(scene, subject, verb)
    found = [subject, *(joined for joined in subject.conjuncts if joined.i > subject.i)]
    holders = [holder for token in found if (holder := _holder(scene, token)) is not None]
    return holders or _last_named(scene, verb)


def _subject(scene: Scene, verb: Token) -> Token | None:
    at = verb
    for _ in range(5):
        found = [child for child in at.children if child.dep_ in ("nsubj", "nsubjpass")]
        if found:
            return next((child for child in found if child.i in scene.person_tokens), found[0])
        if at.dep_ not in ("conj", "xcomp") and not (verb.tag_ == "VBG" and at.dep_ in _ADVERBIAL):
            return None
        at = at.head
    return None


def _last_named(scene: Scene, verb: Token) -> list[int]:
    """The person named last before "while serving as", whom the clause is about where the subject is none."""
    if verb.tag_ != "VBG" or scene.words[verb.i - 1] not in ("while", "when", "before", "after"):
        return []
    for at in range(verb.i - 1, verb.sent.start, -1):
        if at in scene.person_tokens:
            return [scene.person_tokens[at].head]
    return []


def _antecedent(scene: Scene, pronoun: Token, verb: Token) -> Token:
    """What "who" stands for: the name right before it, commas aside, else what the clause hangs on.

    In "Roe, a general who led the guard" that is Roe.
    """
    at = pronoun.i - 1 - (scene.words[pronoun.i - 1] == ",")
    noun = scene.doc[at] if at in scene.person_tokens else verb.head
    described = (
        noun.dep_ == "appos" and noun.i not in scene.person_tokens and noun.head.i in scene.person_tokens
    )
    return noun.head if described else noun


def _holder(scene: Scene, token: Token) -> int | None:
    person = scene.person_tokens.get(token.i)
    if person:
        return person.head
    for child in token.children:
        if child.dep_ == "appos" and child.i in scene.person_tokens:
            return scene.person_tokens[child.i].head
    return token.i if scene.words[token.i] in _PRONOUNS else None


def replaced_by(scene: Scene, verb: Token) -> int | None:
    """The person whom "succeeds Roe as" says to be followed, by head token; None where none is named."""
    for child in verb.children:
        if child.dep_ == "dobj" and child.i in scene.person_tokens:
            return scene.person_tokens[child.i].head
    return None


def replaced_after(scene: Scene, verb: Token) -> int | None:
    """The person in "is sworn in as minister, succeeding Roe"."""
    for child in verb.children:
        if child.dep_ == "advcl" and child.lemma_ in scene.lexicon.succeeding_verbs:
            return replaced_by(scene, child)
    return None


def has_perfect(verb: Token) -> bool:
    """Whether a form of "have" goes with the verb ("has led")."""
    return any(child.lemma_ == "have" for child in verb.children if child.dep_ == "aux")


def is_past(verb: Token) -> bool:
    """Whether a verb puts a state in the past: "was", "served", "had been"; not "has been"."""
    if verb.lemma_ == "become":
        return False
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if verb.tag_ == "VBD" or (verb.tag_ == "VBG" and verb.dep_ in _ADVERBIAL):
        return True
    return verb.tag_ == "VBN" and any(child.lower_ == "had" for child in auxiliaries)
