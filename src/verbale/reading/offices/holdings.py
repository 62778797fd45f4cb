"""Offices held: from titles, and from verbs ("is the minister", "served as", "was sworn in as", "heads the agency")."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from verbale.lexicon.titles import load_titles
from verbale.model import Office
from verbale.reading.mention import Title
from verbale.reading.offices.appointments import find_offices_after, office_of
from verbale.reading.offices.left import DETERMINERS
from verbale.reading.offices.right import name_end
from verbale.reading.offices.scene import Scene

_COPULAS = frozenset({"be", "become", "remain"})
_PRONOUNS = frozenset({"he", "she", "they", "i"})
_ADVERBIAL = frozenset({"advcl", "pcomp", "prep"})
_PASSING = frozenset({"campaign", "delegation", "mission", "coalition", "government"})
"""Institutions in form only: who leads one holds no office."""


@dataclass(frozen=True, slots=True)
class Holding:
    """That somebody holds, held or takes an office.

    `holder` is the head token of a person's mention or a pronoun; `start` to `end` are the tokens that
    say the office, `trigger` its noun or the verb; `former`: it lies in the past ("former", "served as");
    `begins` is the verb that says that it begins ("is sworn in as", "becomes"), None where none does;
    `predecessor` is the token of the person who leaves it thereby ("succeeds Roe as"), None where nobody is named.
    """

    holder: int
    office: Office
    start: int
    end: int
    trigger: int
    former: bool = False
    begins: int | None = None
    predecessor: int | None = None


def find_holdings(scene: Scene, titles: Sequence[Title]) -> tuple[Holding, ...]:
    """All offices held that a report tells of, in the order of the text; one for each office of a holder's mention."""
    found = [
        Holding(title.holder, title.office, title.start, title.end, title.head, title.former)
        for title in titles
        if title.holder is not None
    ]
    heads = {title.head: title for title in titles}
    for token in scene.doc:
        if token.pos_ in ("VERB", "AUX"):
            found += _from_verb(scene, token, titles, heads)
        elif token.lower_ in scene.lexicon.tenure_nouns:
            found += _from_tenure(scene, token)
    return tuple(sorted(_merge(found), key=lambda h: (h.start, h.holder)))


def same_office(one: Office, other: Office) -> bool:
    """Whether two offices named in one report for one person are the same.

    >>> same_office(Office("Foreign Minister", None, "rs"), Office("minister", None, "rs"))
    True
    >>> same_office(Office("Prime Minister", None, "rs"), Office("Deputy Prime Minister", None, "rs"))
    False
    """
    if one.country and other.country and one.country != other.country:
        return False
    a, b = _title_words(one), _title_words(other)
    if not (a <= b or b <= a) or (a ^ b) & load_titles().distinct:
        return False
    bodies = _words(one.body or ""), _words(other.body or "")
    return not all(bodies) or bool(bodies[0] & bodies[1])


def _title_words(office: Office) -> frozenset[str]:
    nouns = load_titles().nouns
    return frozenset(nouns[word].word if word in nouns else word for word in _words(office.title))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower())) - {"of", "the", "for", "and", "to"}


def _merge(found: Sequence[Holding]) -> Iterator[Holding]:
    """One holding for each office of a holder: that which says when it begins, else the first."""
    kept: dict[int, list[Holding]] = {}
    for holding in sorted(found, key=lambda h: h.begins is None):
        held = kept.setdefault(holding.holder, [])
        if not any(same_office(holding.office, other.office) for other in held):
            held.append(holding)
            yield holding


def _from_verb(
    scene: Scene, verb: Token, titles: Sequence[Title], heads: Mapping[int, Title]
) -> Iterator[Holding]:
    lemma, lexicon = verb.lemma_.lower(), scene.lexicon
    if lemma in _COPULAS:
        yield from _from_copula(scene, verb, heads)
    elif lemma in lexicon.heading_verbs:
        yield from _from_heading(scene, verb, lexicon.heading_verbs[lemma])
    elif (
        lemma in lexicon.entering_verbs or lemma in lexicon.succeeding_verbs or lemma in lexicon.serving_verbs
    ):
        yield from _from_service(scene, verb, lemma, titles)


def _from_copula(scene: Scene, verb: Token, heads: Mapping[int, Title]) -> Iterator[Holding]:
    """Holdings out of "Roe is the minister", "Roe became minister", "the minister is Ann Roe"."""
    begins = verb.i if verb.lemma_ == "become" else None
    if begins is None and _is_modal(verb):
        return
    subjects = _subjects(scene, verb)
    for noun in _predicates(verb):
        title = heads.get(noun.i)
        if (
            title
            and (title.holder is None or title.holder in subjects)
            and not _is_comparison(scene, verb, title)
        ):
            for subject in subjects:
                yield Holding(subject, title.office, title.start, title.end, verb.i, _is_past(verb), begins)
        elif noun.i in scene.person_tokens:
            yield from _from_inverse(scene, verb, noun, heads)


def _is_comparison(scene: Scene, verb: Token, title: Title) -> bool:
    """Whether the noun only ranks its holder: "becomes the first minister to", "is the highest ranking official"."""
    between = [scene.doc[i] for i in range(verb.i + 1, title.head)]
    superlative = any(token.tag_ in ("JJS", "RBS") or token.lower_ == "only" for token in between)
    ordinal = any(token.tag_ == "JJ" and token.lower_ in ("first", "second", "third") for token in between)
    after = scene.words[title.end : title.end + 1]
    return superlative or (ordinal and after in (("to",), ("since",), ("ever",), ("in",)))


def _is_modal(verb: Token) -> bool:
    """Whether a copula says what may, would or is to be: "would be", "to be"."""
    return any(child.tag_ in ("MD", "TO") for child in verb.children if child.dep_ == "aux")


def _from_inverse(scene: Scene, verb: Token, name: Token, heads: Mapping[int, Title]) -> Iterator[Holding]:
    holder = scene.person_tokens[name.i].head
    for child in verb.children:
        title = heads.get(child.i)
        if child.dep_ == "nsubj" and title and title.holder is None and verb.lemma_ == "be":
            yield Holding(holder, title.office, title.start, title.end, verb.i, _is_past(verb))


def _predicates(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in ("attr", "oprd", "acomp") and child.i > verb.i:
            yield child
            yield from (joined for joined in child.conjuncts if joined.i > child.i)


def _from_service(scene: Scene, verb: Token, lemma: str, titles: Sequence[Title]) -> Iterator[Holding]:
    """Holdings out of "served as minister", "was sworn in as", "succeeded Roe as", "took office"."""
    subjects = _subjects(scene, verb)
    if not subjects or (lemma in scene.lexicon.entering_verbs and not _is_passive(verb)):
        return
    begins = (
        lemma in scene.lexicon.entering_verbs
        or lemma in scene.lexicon.succeeding_verbs
        or _takes_office(scene, verb)
    )
    predecessor = (
        _replaced(scene, verb) if lemma in scene.lexicon.succeeding_verbs else _replaced_after(scene, verb)
    )
    if lemma in scene.lexicon.succeeding_verbs and predecessor is None:
        return
    if not begins and "as" not in scene.words[verb.i + 1 : verb.i + 12]:
        return
    former = not begins and _is_past(verb)
    offices = find_offices_after(scene, verb)
    paired = len(subjects) == len(offices)
    for at, subject in enumerate(subjects):
        for office, start, end in offices[at : at + 1] if paired else offices:
            yield Holding(
                subject, office, start, end, verb.i, former, verb.i if begins else None, predecessor
            )
        known = (
            office_of(titles, subject)
            if begins and not offices and lemma not in scene.lexicon.succeeding_verbs
            else None
        )
        if known:
            yield Holding(subject, known, verb.i, verb.i + 1, verb.i, False, verb.i, predecessor)


def _from_tenure(scene: Scene, noun: Token) -> Iterator[Holding]:
    """Holdings out of "his tenure as finance minister", "Roe's role as leader of the party"."""
    if scene.words[noun.i + 1 : noun.i + 2] != ("as",):
        return
    former = scene.lexicon.tenure_nouns[noun.lower_] == "former"
    for owner in noun.children:
        if owner.dep_ == "poss" and (owner.i in scene.person_tokens or owner.tag_ == "PRP$"):
            person = scene.person_tokens.get(owner.i)
            for office, start, end in find_offices_after(scene, noun):
                yield Holding(person.head if person else owner.i, office, start, end, noun.i, former)


def _takes_office(scene: Scene, verb: Token) -> bool:
    """Whether the verb says that an office begins: "takes office", "begins a second term", "took over as"."""
    near = scene.words[verb.i + 1 : verb.i + 6]
    if verb.tag_ == "VBG":
        return False
    if verb.lemma_ == "take":
        return near[:1] in (("office",), ("over",)) or near[:3] == ("up", "the", "post")
    return verb.lemma_ in ("begin", "start") and "term" in near


def _from_heading(scene: Scene, verb: Token, title: str) -> Iterator[Holding]:
    """Holdings out of "Roe heads the agency", "the agency, led by Ann Roe"."""
    if verb.tag_ == "VBN" and not _has_perfect(verb):
        agents = [
            kid
            for by in verb.children
            if by.dep_ == "agent"
            for kid in by.children
            if kid.i in scene.person_tokens
        ]
        led = (
            verb.head
            if verb.dep_ == "acl"
            else next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        )
        for agent in agents:
            yield from _heading(scene, verb, scene.person_tokens[agent.i].head, led, title)
        return
    led = next((child for child in verb.children if child.dep_ == "dobj"), None)
    for subject in _subjects(scene, verb):
        yield from _heading(scene, verb, subject, led, title)


def _heading(scene: Scene, verb: Token, holder: int, led: Token | None, title: str) -> Iterator[Holding]:
    if led is None or led.lower_ in _PASSING:
        return
    body = scene.bodies_to.get(led.i + 1)
    start, end = (body.start, body.end) if body else _institution(scene, led)
    end = max(end, name_end(scene, end)) if end > start else end
    if end <= start or led.i in scene.person_tokens:
        return
    while start < end - 1 and (scene.words[start] in DETERMINERS or scene.words[start] in scene.lexicon.held):
        start += 1
    country = next(
        (t.code for i in range(start, end) if (t := scene.territories_at.get(i))),
        body.country if body else None,
    )
    if scene.words[led.i] in ("ministry", "ministries"):
        title = "minister"
    office = Office(title, scene.text(start, end), country)
    yield Holding(
        holder,
        office,
        min(start, verb.i),
        max(end, verb.i + 1),
        verb.i,
        _is_past(verb) and verb.dep_ != "acl",
    )


def _institution(scene: Scene, noun: Token) -> tuple[int, int]:
    """The tokens of a body named by a definite noun ("the finance ministry"), (0, 0) for anything else."""
    if scene.words[noun.i] not in scene.lexicon.institutions or scene.words[noun.i] in (
        "campaign",
        "delegation",
        "mission",
        "coalition",
    ):
        return 0, 0
    start = noun.i
    while start > noun.left_edge.i and scene.words[start - 1] not in ("the", "a", "an", ","):
        start -= 1
    definite = (start > 0 and scene.words[start - 1] == "the") or scene.is_capital(noun.i)
    return (start, noun.i + 1) if definite else (0, 0)


def _subjects(scene: Scene, verb: Token) -> list[int]:
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
    """What "who" stands for: the name right before it, commas aside, else what the clause hangs on."""
    at = pronoun.i - 1 - (scene.words[pronoun.i - 1] == ",")
    return scene.doc[at] if at in scene.person_tokens else verb.head


def _holder(scene: Scene, token: Token) -> int | None:
    person = scene.person_tokens.get(token.i)
    if person:
        return person.head
    return token.i if scene.words[token.i] in _PRONOUNS else None


def _replaced(scene: Scene, verb: Token) -> int | None:
    for child in verb.children:
        if child.dep_ == "dobj" and child.i in scene.person_tokens:
            return scene.person_tokens[child.i].head
    return None


def _replaced_after(scene: Scene, verb: Token) -> int | None:
    """The person in "is sworn in as minister, succeeding Roe"."""
    for child in verb.children:
        if child.dep_ == "advcl" and child.lemma_ in scene.lexicon.succeeding_verbs:
            return _replaced(scene, child)
    return None


def _is_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN"


def _has_perfect(verb: Token) -> bool:
    return any(child.lemma_ == "have" for child in verb.children if child.dep_ == "aux")


def _is_past(verb: Token) -> bool:
    """Whether a verb puts a state in the past: "was", "served", "had been"; not "has been"."""
    if verb.lemma_ == "become":
        return False
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if verb.tag_ == "VBD" or (verb.tag_ == "VBG" and verb.dep_ in _ADVERBIAL):
        return True
    return verb.tag_ == "VBN" and any(child.lower_ == "had" for child in auxiliaries)
