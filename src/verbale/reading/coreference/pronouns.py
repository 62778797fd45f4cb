"""Pronouns, relative words and "the two leaders": the actors they point back at."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.nouns import load_nouns
from verbale.model import Kind
from verbale.reading.arguments import is_plural_verb
from verbale.reading.coreference.bodies import significant
from verbale.reading.coreference.entities import Entity, Roll
from verbale.reading.coreference.persons import name_words
from verbale.reading.mention import Mention, Title
from verbale.reading.mentions.pronouns import QUANTIFIERS

_TOWARDS = frozenset({"on", "upon", "to"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_MALE = frozenset({"he", "him", "his", "himself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "both"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLURAL_SORTS = frozenset({"police", "armed", "media", "company", "party"})
_LOOK_BACK = 5
_QUOTES = frozenset({'"', "“"})
_MOST_HERE = 80


class Discourse:
    """What has been mentioned so far, sentence by sentence, with its grammatical role.

    `bodies` are those with names, by sort and words, for descriptions that stand before the name.
    `start` is the first token of the sentence entered last, `before` that of the one before it. `holders` are
    those with a title, by its noun.
    """

    def __init__(self, doc: Doc, roll: Roll) -> None:
        self.doc, self.roll = doc, roll
        self.sentences: list[list[tuple[int, int, bool]]] = []
        self.number = -1
        self.bodies = {
            (entity.sort, frozenset(significant(name))): index
            for index, entity in reversed(list(enumerate(roll.entities)))
            if entity.kind is Kind.BODY
            for name in entity.names
        }
        self.before = self.start = 0
        self.holders: Mapping[str, Mapping[int, Sequence[Title]]] = {}

    def enter(self, number: int, start: int) -> None:
        """Begin the sentence with this number, whose first token is `start`."""
        if number != self.number:
            self.sentences.append([])
            self.number = number
            self.before, self.start = self.start, start

    def note(self, head: int, index: int) -> None:
        """Record that token `head` stands for the entity."""
        token = self.doc[head]
        subject = _is_subject(token) or token.dep_ == "conj" and _is_subject(token.head)
        self.sentences[-1].append((head, index, subject))

    def candidates(self, before: int) -> Iterator[tuple[int, int]]:
        """(token, entity) of what was mentioned, the likeliest antecedent first.

        In the sentence itself: subjects, last first, then others; then each earlier sentence: subjects
        first, then others from its beginning.
        """
        if not self.sentences:
            return
        here = [m for m in self.sentences[-1][-_MOST_HERE:] if m[0] < before]
        for wanted in (True, False):
            yield from ((head, index) for head, index, subject in reversed(here) if subject is wanted)
        for sentence in self.sentences[-2 : -2 - _LOOK_BACK : -1]:
            for wanted in (True, False):
                yield from (
                    (head, index) for head, index, subject in sentence[:_MOST_HERE] if subject is wanted
                )


def resolve_pronoun(discourse: Discourse, mention: Mention) -> tuple[int, ...]:
    """The entities that a pronoun stands for, () where none fits."""
    token = discourse.doc[mention.head]
    lower = token.lower_
    if lower in _FEMALE or lower in _MALE:
        return _person(discourse, token, "f" if lower in _FEMALE else "m")
    if lower in _PLURAL or lower in QUANTIFIERS:
        return _plural(discourse, token)
    if lower in ("it", "its", "itself"):
        return _neuter(discourse, token)
    return _relative(discourse, token)


def _person(discourse: Discourse, token: Token, gender: str) -> tuple[int, ...]:
    judged = _judged(discourse, token)
    if judged:
        return judged
    quoting = _quoting(discourse, token)
    for head, index in discourse.candidates(token.i):
        entity = discourse.roll.entities[index]
        if (
            index not in quoting
            and _is_single_person(entity)
            and (entity.kind is Kind.PERSON or discourse.doc[head].tag_ not in ("NNS", "NNPS", "CD"))
            and entity.gender in (None, gender)
            and not _clashes(discourse.doc, head, token)
        ):
            entity.gender = gender
            return (index,)
    return ()


def _judged(discourse: Discourse, token: Token) -> tuple[int, ...]:
    """Whom "his" means in "congratulated Roe on his victory", "criticised Roe for his remarks": Roe."""
    preposition = token.head.head
    if token.lower_ in ("himself", "herself") and token.head.dep_ == "pcomp":
        return _object_person(discourse, preposition.head)
    if token.dep_ != "poss" or token.head.dep_ != "pobj" or preposition.lower_ not in ("on", "for", "over"):
        return ()
    return _object_person(discourse, preposition.head)


def _object_person(discourse: Discourse, verb: Token) -> tuple[int, ...]:
    """The person whom a verb of praise or blame has for its object: "accused Roe of putting himself first"."""
    if verb.lemma_.lower() not in load_argument_words().gerund_of_object:
        return ()
    for child in verb.children:
        found = discourse.roll.by_token.get(child.i, ())
        if child.dep_ == "dobj" and len(found) == 1 and discourse.roll.entities[found[0]].kind is Kind.PERSON:
            return found
    return ()


def _is_single_person(entity: Entity) -> bool:
    return (
        entity.kind in (Kind.PERSON, Kind.OFFICE)
        or entity.kind is Kind.GROUP
        and entity.sort in load_nouns().humans
        and not entity.proper
    )


def _clashes(doc: Doc, head: int, pronoun: Token) -> bool:
    """Whether pronoun and antecedent are parties of one verb, so that they cannot be the same ("He met him")."""
    other = doc[head]
    if pronoun.dep_ == "poss":
        return pronoun.head.i == head or _is_praised_for(pronoun, other)
    verb = pronoun.head
    if pronoun.dep_ == "pobj":
        verb = verb.head
    if _is_suspected(pronoun, other) or _is_told_of(pronoun, other):
        return True
    if other.sent.start != pronoun.sent.start:
        return False
    return other.head.i == verb.i or _is_subject(other) and other.head.i in _shared_subjects(verb)


def _is_suspected(pronoun: Token, other: Token) -> bool:
    """Whether `other` alleges what it says of the pronoun: "investigators allege that they planned a coup"."""
    clause = pronoun.head
    verb = clause.head
    return (
        clause.dep_ == "ccomp"
        and verb.lemma_.lower() in load_argument_words().suspecting
        and other.head.i == verb.i
    )


def _is_told_of(pronoun: Token, other: Token) -> bool:
    """Whether the pronoun says something of `other`: "the rebels, which [it] says Peru backs"."""
    clause = pronoun.head
    if pronoun.dep_ != "nsubj":
        return False
    relative = other.lower_ in ("which", "who", "whom")
    return clause.dep_ == "relcl" and (relative or clause.head.i == other.i)


def _quoting(discourse: Discourse, pronoun: Token) -> tuple[int, ...]:
    """Who is quoted with the pronoun: in '"He lied," Roe said' it is not Roe, since nobody calls himself "he"."""
    doc, verb = discourse.doc, pronoun.head
    for _ in range(_LOOK_BACK):
        if verb.dep_ == "ccomp" or verb.head.i == verb.i:
            break
        verb = verb.head
    if verb.dep_ != "ccomp" or sum(t.text in _QUOTES for t in doc[pronoun.sent.start : pronoun.i]) % 2 == 0:
        return ()
    speakers = [c for c in verb.head.children if c.dep_ == "nsubj"]
    return tuple(i for c in speakers for i in discourse.roll.by_token.get(c.i, ()))


def _is_praised_for(pronoun: Token, other: Token) -> bool:
    """Whether `other` only praises or blames: in "Roe congratulated Kos on her election" the election is Kos's."""
    preposition = pronoun.head.head
    verb = preposition.head
    if preposition.dep_ != "prep" or verb.lemma_ not in load_argument_words().gerund_of_object:
        return False
    if not any(child.dep_ == "dobj" for child in verb.children) or not _is_subject(other):
        return False
    return other.head.i in (verb.i, *_shared_subjects(verb))


def _shared_subjects(verb: Token) -> list[int]:
    """The verbs above that lend `verb` their subject: "spoke" in "Roe spoke with Kos to thank her"."""
    found: list[int] = []
    while verb.dep_ in ("xcomp", "advcl", "conj", "pcomp") and not any(
        c.dep_ in _SUBJECTS for c in verb.children
    ):
        controlled = verb.dep_ == "xcomp" and any(c.dep_ == "dobj" for c in verb.head.children)
        verb = verb.head.head if verb.dep_ == "pcomp" else verb.head
        if controlled or len(found) > 6:
            break
        found.append(verb.i)
    return found


def _plural(discourse: Discourse, token: Token) -> tuple[int, ...]:
    """A group or coordination of the sentence, else the subject of the one before, its two people, or a group in it."""
    speaker = _speaking_body(discourse, token)
    if speaker:
        return speaker
    late: tuple[int, ...] = ()
    doc = discourse.doc
    for head, index in discourse.candidates(token.i):
        if head < discourse.before:
            break
        found = _plural_at(discourse, token, head, index)
        if found and (head >= discourse.start or _is_subject(doc[head])):
            return found
        late = late or found
    if token.lower_ == "both" and not late:
        return resolve_pair(discourse, token.i, [Kind.PERSON])
    return _two_people(discourse) or late


def _speaking_body(discourse: Discourse, token: Token) -> tuple[int, ...]:
    """The body or state that speaks of itself: "the military said they fired warning shots"."""
    clause = token.head
    if token.dep_ not in _SUBJECTS or clause.dep_ != "ccomp" or clause.head.i > token.i:
        return ()
    for child in clause.head.children:
        found = discourse.roll.by_token.get(child.i, ())
        together = _coordination(discourse.doc, discourse.roll, child.i)
        if child.dep_ == "nsubj" and token.lower_ == "they" and len(together) > 1:
            return together
        if child.dep_ == "nsubj" and len(found) == 1:
            kind, one = discourse.roll.entities[found[0]].kind, child.tag_ in ("NN", "NNP")
            return found if kind in (Kind.BODY, Kind.STATE) or kind is Kind.GROUP and one else ()
    return ()


def _plural_at(discourse: Discourse, token: Token, head: int, index: int) -> tuple[int, ...]:
    roll, doc = discourse.roll, discourse.doc
    entity = roll.entities[index]
    if _clashes(doc, head, token) or _coerces(doc[head], token):
        return ()
    together = _coordination(doc, roll, head)
    if len(together) > 1:
        return together
    if (
        entity.kind is Kind.GROUP
        and doc[head].tag_ in ("NNS", "NNPS", "CD", "NN")
        and doc[head].lower_ not in load_nouns().humans.values()
    ):
        return (index,)
    return (index,) if entity.kind is Kind.BODY and entity.sort in _PLURAL_SORTS else ()


def _coerces(other: Token, pronoun: Token) -> bool:
    """Whether `other` arrests and tries, and so is not who was released: "Police held ten men. They were charged".

    What is true of them is true of some of them: "One of them was charged", "handed 19 of them jail terms".
    """
    words = load_argument_words()
    counted = pronoun.head.head if pronoun.head.lower_ == "of" else pronoun
    told = counted if counted.tag_ == "CD" else pronoun
    lemma = told.head.lemma_.lower()
    suffers = told.dep_ in ("nsubjpass", "dobj") and lemma in words.coercing
    given = told.dep_ == "dative" and lemma in words.giving
    return (suffers or given) and other.lemma_.lower() in words.coercers


def _two_people(discourse: Discourse) -> tuple[int, ...]:
    """The two persons of the sentence before, one of them its subject ("Berg met Rossi. They agreed ...")."""
    if len(discourse.sentences) < 2:
        return ()
    before = discourse.sentences[-2]
    persons = [m for m in before if discourse.roll.entities[m[1]].kind is Kind.PERSON]
    found = tuple(dict.fromkeys(index for _, index, _ in persons))
    return found if len(found) == 2 and any(subject for _, _, subject in persons) else ()


def _coordination(doc: Doc, roll: Roll, head: int) -> tuple[int, ...]:
    """The entities coordinated with the one at `head`, itself included, in order of the text."""
    first = doc[head]
    while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN", "PRON") and first.head.i < first.i:
        first = first.head
    found, at = list(roll.by_token.get(first.i, ())), first
    while True:
        following = next(
            (c for c in at.children if c.dep_ == "conj" and c.i > at.i and c.i in roll.by_token), None
        )
        if following is None:
            return tuple(dict.fromkeys(found))
        found += roll.by_token[following.i]
        at = following


def _neuter(discourse: Discourse, token: Token) -> tuple[int, ...]:
    if token.dep_ == "dobj":
        return _object_before(discourse, token)
    speaker = _speaking_body(discourse, token)
    if speaker:
        return speaker
    for head, index in discourse.candidates(token.i):
        entity = discourse.roll.entities[index]
        if head < discourse.before:
            return ()
        if (
            entity.kind in (Kind.BODY, Kind.STATE)
            and _is_subject(discourse.doc[head])
            and not _clashes(discourse.doc, head, token)
        ):
            return (index,)
    return ()


def _object_before(discourse: Discourse, token: Token) -> tuple[int, ...]:
    """The state or body told of before in the sentence that is no subject: "cut ties with Peru after accusing it"."""
    for head, index in discourse.candidates(token.i):
        if head < discourse.start:
            break
        entity, word = discourse.roll.entities[index], discourse.doc[head]
        if entity.kind in (Kind.BODY, Kind.STATE) and not _is_subject(word) and word.dep_ != "poss":
            return (index,)
    return ()


def _is_subject(token: Token) -> bool:
    return token.dep_ in _SUBJECTS or token.dep_ == "pobj" and token.head.dep_ == "agent"


def _relative(discourse: Discourse, token: Token) -> tuple[int, ...]:
    """The antecedent of a relative clause: the noun that its verb modifies, else what stands right before."""
    verb = token.head
    while verb.dep_ not in ("relcl", "ROOT") and verb.head.i != verb.i and verb.i - token.i < 25:
        verb = verb.head
    found = discourse.roll.by_token
    if verb.dep_ == "relcl" and verb.head.i < token.i:
        together = _coordination(discourse.doc, discourse.roll, verb.head.i)
        if len(together) > 1 and is_plural_verb(token.head):
            return together
        return found.get(verb.head.i, ()) if token.lower_ == "which" or verb.head.i in found else ()
    for at in range(token.i - 1, max(token.i - 4, -1), -1):
        if at in found:
            return found[at]
    return ()


def resolve_pair(discourse: Discourse, before: int, kinds: Sequence[Kind], count: int = 2) -> tuple[int, ...]:
    """The last `count` different actors of these kinds mentioned, for "the two leaders", "both countries".

    Who does something to "both sides" is neither of them.
    """
    found: list[int] = []
    doers = _doers(discourse, before)
    for _, index in discourse.candidates(before):
        entity = discourse.roll.entities[index]
        if entity.kind in kinds and index not in found and index not in doers:
            found.append(index)
        if len(found) == count:
            return tuple(sorted(found))
    return ()


def _doers(discourse: Discourse, at: int) -> tuple[int, ...]:
    """The actors that are subject of the verb of which a noun is object, or to whom it turns ("on both sides")."""
    noun = discourse.doc[at]
    told = noun.dep_ == "pobj" and noun.head.lower_ in _TOWARDS
    verb = noun.head.head if told else noun.head if noun.dep_ == "dobj" else None
    if verb is None or verb.pos_ != "VERB":
        return ()
    subjects = [c.i for c in verb.children if c.dep_ == "nsubj"]
    return tuple(index for i in subjects for index in discourse.roll.by_token.get(i, ()))


def guess_gender(entity: Entity, doc: Doc) -> str | None:
    """The gender that a first name or the title before the name tells, None where nothing does."""
    nouns = load_nouns()
    for name in entity.names:
        parts = name_words(name)
        if len(parts) > 1 and parts[0] in nouns.female:
            return "f"
        if len(parts) > 1 and parts[0] in nouns.male:
            return "m"
    for start, _ in entity.spans:
        before = doc[start - 1].lower_.rstrip(".") if start else ""
        if before in nouns.female_titles:
            return "f"
        if before in nouns.male_titles:
            return "m"
    return None
