"""Offices held: from titles, and from verbs ("is the minister", "served as", "was sworn in as", "heads the agency")."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from verbale.model import Office
from verbale.reading.mention import Title
from verbale.reading.offices.appointments import find_offices_after, office_of
from verbale.reading.offices.heading import holdings_from_heading
from verbale.reading.offices.holding import Holding, same_office
from verbale.reading.offices.occupying import has_post, holdings_from_claiming, holdings_from_occupying
from verbale.reading.offices.scene import Scene
from verbale.reading.offices.subjects import is_past, replaced_after, replaced_by, subjects_of
from verbale.reading.replacing import replaced_beside

_COPULAS = frozenset({"be", "become", "remain"})
_STRETCHES = frozenset({"year", "month", "decade", "week", "term", "stint"})


def find_holdings(scene: Scene, titles: Sequence[Title]) -> tuple[Holding, ...]:
    """All offices held that a report tells of, in the order of the text; one for each office of a holder's mention."""
    found = [
        Holding(title.holder, title.office, title.start, title.end, title.head, title.former)
        for title in titles
        if title.holder is not None
    ]
    heads = {at: title for title in titles for at in (title.end - 1, title.head)}
    for token in scene.doc:
        if token.pos_ in ("VERB", "AUX"):
            found += _from_verb(scene, token, titles, heads)
        elif token.lower_ in scene.lexicon.tenure_nouns:
            found += _from_tenure(scene, token)
    return tuple(sorted(_merge(found), key=lambda h: (h.start, h.holder)))


def _merge(found: Sequence[Holding]) -> Iterator[Holding]:
    """One holding for each office of a holder: that which says when it begins, else the first; with the body of any."""
    kept: dict[int, list[Holding]] = {}
    for holding in sorted(found, key=lambda h: h.begins is None):
        held = kept.setdefault(holding.holder, [])
        at = next((i for i, other in enumerate(held) if same_office(holding.office, other.office)), None)
        if at is None:
            held.append(holding)
        elif held[at].office.body is None and holding.office.body:
            held[at] = replace(held[at], office=replace(held[at].office, body=holding.office.body))
    return (holding for held in kept.values() for holding in held)


def _from_verb(
    scene: Scene, verb: Token, titles: Sequence[Title], heads: Mapping[int, Title]
) -> Iterator[Holding]:
    lemma, lexicon = verb.lemma_.lower(), scene.lexicon
    if lemma in _COPULAS:
        yield from _from_copula(scene, verb, heads)
    elif lemma in lexicon.heading_verbs:
        yield from holdings_from_heading(scene, verb, lexicon.heading_verbs[lemma])
    elif lemma in lexicon.claiming_verbs and not _is_passive(verb):
        yield from holdings_from_claiming(scene, verb)
    elif lemma in lexicon.occupying_verbs and has_post(scene, verb):
        yield from holdings_from_occupying(scene, verb, lexicon.occupying_verbs[lemma])
    elif (
        lemma in lexicon.entering_verbs or lemma in lexicon.succeeding_verbs or lemma in lexicon.serving_verbs
    ):
        yield from _from_service(scene, verb, lemma, titles)


def _from_copula(scene: Scene, verb: Token, heads: Mapping[int, Title]) -> Iterator[Holding]:
    """Holdings out of "Roe is the minister", "Roe became minister", "the minister is Ann Roe"."""
    begins = verb.i if verb.lemma_ == "become" else None
    if begins is None and _is_modal(verb):
        return
    subjects = subjects_of(scene, verb)
    for noun in _predicates(verb):
        title = heads.get(noun.i)
        if (
            title
            and (title.holder is None or title.holder in subjects)
            and not _is_comparison(scene, verb, title)
        ):
            for subject in subjects:
                yield Holding(subject, title.office, title.start, title.end, verb.i, is_past(verb), begins)
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
            yield Holding(holder, title.office, title.start, title.end, verb.i, is_past(verb))


def _predicates(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in ("attr", "oprd", "acomp") and child.i > verb.i:
            yield child
            yield from (joined for joined in child.conjuncts if joined.i > child.i)


def _from_service(scene: Scene, verb: Token, lemma: str, titles: Sequence[Title]) -> Iterator[Holding]:
    """Holdings out of "served as minister", "was sworn in as", "succeeded Roe as", "took office"."""
    subjects = _sworn_in(scene, verb) if lemma in scene.lexicon.entering_verbs else []
    active = bool(subjects)
    subjects = subjects or subjects_of(scene, verb)
    if verb.lemma_ == "spend" and not _spends_years(verb):
        return
    if verb.lemma_ == "step" and scene.words[verb.i + 1] in ("down", "aside", "back"):
        return
    if not subjects or (lemma in scene.lexicon.entering_verbs and not (active or _is_passive(verb))):
        return
    begins = (
        lemma in scene.lexicon.entering_verbs
        or lemma in scene.lexicon.succeeding_verbs
        or _takes_office(scene, verb)
    )
    predecessor = (
        replaced_by(scene, verb) if lemma in scene.lexicon.succeeding_verbs else replaced_after(scene, verb)
    )
    if lemma in scene.lexicon.succeeding_verbs and predecessor is None:
        return
    if not begins and "as" not in scene.words[verb.i + 1 : verb.i + 12]:
        return
    former = not begins and is_past(verb)
    offices = find_offices_after(scene, verb)
    if not offices and predecessor is not None and lemma in scene.lexicon.succeeding_verbs:
        offices = _of_predecessor(scene, verb, titles, predecessor)
    paired = len(subjects) == len(offices)
    for at, subject in enumerate(subjects):
        for office, start, end in offices[at : at + 1] if paired else offices:
            yield Holding(
                subject, office, start, end, verb.i, former, verb.i if begins else None, predecessor
            )
        known = (
            _entered(scene, verb, titles, subject)
            if begins and not offices and lemma not in scene.lexicon.succeeding_verbs
            else None
        )
        if known:
            yield Holding(subject, known, verb.i, verb.i + 1, verb.i, False, verb.i, predecessor)


def _of_predecessor(
    scene: Scene, verb: Token, titles: Sequence[Title], predecessor: int
) -> tuple[tuple[Office, int, int], ...]:
    """The post before the name of the person followed: "succeeds Energy Minister Roe"; () for a mere rank."""
    return tuple(
        (title.office, title.start, title.end)
        for title in titles
        if title.holder == predecessor
        and verb.i < title.start < predecessor
        and scene.lexicon.nouns[scene.words[title.head]].scope != "rank"
    )[:1]


def _sworn_in(scene: Scene, verb: Token) -> list[int]:
    """Whom an active verb brings into office, by head tokens: "the chief justice swore in Roe"; [] for nobody."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return []
    found = [c for c in verb.children if c.dep_ == "dobj" and c.i in scene.person_tokens]
    return [scene.person_tokens[c.i].head for c in found]


def _spends_years(verb: Token) -> bool:
    """Whether what is spent is a stretch of service: "spent 11 years as mayor"."""
    return any(c.dep_ == "dobj" and c.lemma_ in _STRETCHES for c in verb.children)


def _entered(scene: Scene, verb: Token, titles: Sequence[Title], subject: int) -> Office | None:
    """The office entered where none is named: that of the person replaced ("sworn in to replace her"), else his own."""
    present = [title for title in titles if not title.former]
    replaced = replaced_beside(verb)
    if not replaced:
        return office_of(present, subject)
    person = scene.person_tokens.get(replaced[0].i)
    if person is not None:
        return office_of(present, person.head)
    others = [t for t in present if t.holder not in (None, subject) and verb.sent.start <= t.start < verb.i]
    return others[-1].office if others else None


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
        return near[:1] in (("office",), ("over",)) or near[:3] == ("up", "the", "post") or "oath" in near[:4]
    if verb.lemma_ == "assume":
        return near[:1] == ("office",)
    return verb.lemma_ in ("begin", "start") and "term" in near


def _is_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN"
