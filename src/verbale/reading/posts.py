"""The office that an appointment, a dismissal or a departure is about, and one claim for each person and office."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from verbale.lexicon.predicates import load_predicates
from verbale.model import Kind, Office
from verbale.reading.arguments import slot_of_verb
from verbale.reading.draft import Draft
from verbale.reading.mention import Cast, Title
from verbale.reading.offices import Scene, find_offices_after, office_to_head, portfolio_after
from verbale.reading.offices.lists import listed_beside
from verbale.reading.parties import actors_at
from verbale.reading.predicates import Candidate
from verbale.reading.replacing import replaced_beside

_FOLLOWING = frozenset({"succeed", "replace"})
_HOLDING = frozenset({"become", "serve"})
_DYING = frozenset({"die"})
_LEAVING = frozenset({"leave_office", "dismiss"})
_REASONS = frozenset({"over", "after", "amid", "following", "before", "since", "because", "despite"})
_STAND_INS = frozenset({"replacement", "successor", "substitute"})
_NO_POSTS = frozenset(
    {"result", "consequence", "part", "condition", "protest", "term", "precaution", "response"}
)
_REPLACED = frozenset({"leave.succeeded", "leave.replaced"})
_BOARDS = frozenset({"cabinet", "government", "council", "board", "commission", "administration"})
_SEAT = "member"
_FAR = 60
"""Tokens before "named to replace him" within which he is said to go."""


def share_out(
    draft: Draft, candidate: Candidate, scene: Scene, cast: Cast, titles: Sequence[Title]
) -> Iterator[Draft]:
    """The draft once for each person and office: those that the predicate names, else those of his titles."""
    posts = Posts(scene, cast, titles)
    if draft.type == "appoint":
        draft = replace(draft, attributed_to=tuple(a for a in draft.attributed_to if a not in draft.actor))
    trigger = scene.doc[draft.trigger[0]]
    role = candidate.row.split or "actor"
    holders = posts.listed(candidate, role)
    named = posts.named(trigger, draft.type)
    if not holders:
        yield from (replace(draft, office=office) for office in named)
    for at, holder in enumerate(holders):
        own = [named[at]] if len(named) == len(holders) else named
        offices = posts.of(holder, trigger, draft.type, own)
        shared = replace(draft, **{role: (holder,)})  # type: ignore[arg-type]
        if not offices and "office" not in candidate.row.requires:
            yield shared
        for office in offices:
            told = _without_suffix(office) if draft.row in _REPLACED else office
            yield replace(shared, office=_with_country(told, holder, cast))


class Posts:
    """The offices of one report, looked up by predicate and by person."""

    def __init__(self, scene: Scene, cast: Cast, titles: Sequence[Title]) -> None:
        self._scene, self._cast, self._titles = scene, cast, titles

    def named(self, trigger: Token, type_: str) -> list[Office]:
        """The offices in the words after a predicate; what somebody left does not stand behind the reason why."""
        headed = office_to_head(self._scene, trigger) if type_ == "appoint" else None
        found = (headed,) if headed else find_offices_after(self._scene, trigger)
        if type_ == "appoint" and not headed:
            portfolio = portfolio_after(self._scene, trigger)
            found = found if portfolio is None or (found and found[0][1] < portfolio[1]) else (portfolio,)
        if type_ in _LEAVING:
            found = tuple(f for f in found if not self._is_cut_off(trigger.i, f[1]))
        return [office for office, *_ in found] or self._named_as(trigger)

    def listed(self, candidate: Candidate, role: str) -> tuple[int, ...]:
        """The parties in a role with those of a list of titles and names that the parser cut."""
        found = list(candidate.parties(role))
        for filler in getattr(candidate, role):
            for at in listed_beside(self._scene, self._titles, filler.token):
                found += [actor for actor in self._cast.at(at) if actor not in found]
        return tuple(found)

    def _named_as(self, trigger: Token) -> list[Office]:
        """What no table of offices holds, after "as": "as its candidate", "as Roe's replacement" (what Roe was)."""
        for noun in _objects_of_as(trigger):
            owners = [c for c in noun.children if c.dep_ == "poss"]
            if noun.lemma_.lower() in _STAND_INS:
                gone = self._gone_before(trigger) if owners and owners[0].tag_ == "PRP$" else ()
                replaced = gone or [a for owner in owners for a in self._cast.at(owner.i)]
                return self._of_replaced(replaced, trigger) if owners else []
            if noun.pos_ == "NOUN" and noun.tag_ == "NN" and noun.lemma_.lower() not in _NO_POSTS:
                words = [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod") and c.i < noun.i]
                start = min((c.left_edge.i for c in words if c.lower_ != "new"), default=noun.i)
                return [Office(self._scene.text(start, noun.i + 1))]
        return []

    def _of_replaced(
        self, replaced: Sequence[int], trigger: Token, holder: int | None = None
    ) -> list[Office]:
        """What the person replaced was; nobody names his own replacement, so "his" is then of the one named last."""
        namers = actors_at(self._scene.doc, (t.i for t in slot_of_verb(trigger, "subj")), self._cast)
        own = [o for a in replaced if a not in namers for o in self._titled(a, trigger)]
        if own:
            return own[:1]
        others = [
            t.office
            for t in self._titles
            if t.holder is not None
            and trigger.sent.start <= t.start < trigger.i
            and not set(self._cast.at(t.holder)) & {*namers, holder}
        ]
        known = [office for a in replaced if a not in namers and (office := self._known(a))]
        return others[-1:] or known[:1]

    def _gone_before(self, trigger: Token) -> tuple[int, ...]:
        """Whom the report told last, not long before, to be dismissed or to leave; () for nobody."""
        verbs = load_predicates().verbs
        for token in reversed(self._scene.doc[max(0, trigger.i - _FAR) : trigger.i]):
            types = (
                {row.type for row in verbs.get(token.lemma_.lower(), ())} if token.pos_ == "VERB" else set()
            )
            slot = "obj" if "dismiss" in types else "subj" if "leave_office" in types else None
            found = (
                actors_at(self._scene.doc, (t.i for t in slot_of_verb(token, slot)), self._cast)
                if slot
                else ()
            )
            if found:
                return found
        return ()

    def _is_cut_off(self, trigger: int, start: int) -> bool:
        between = self._scene.doc[trigger + 1 : start]
        return any(t.pos_ == "VERB" or t.lower_ in _REASONS or t.lower_ == "to" for t in between)

    def of(self, holder: int, trigger: Token, type_: str, named: Sequence[Office]) -> list[Office]:
        """The offices that a person gets or loses by the predicate: its own, his titles', those of the sentence."""
        own = self._titled(holder, trigger)
        if trigger.lemma_.lower() in _DYING:
            return own[:1]
        if named and not self._is_less(named, own, type_):
            return list(named)
        beside = replaced_beside(trigger) if type_ == "appoint" else ()
        if beside:
            said = actors_at(self._scene.doc, (t.i for t in beside), self._cast)
            last = self._gone_before(trigger) if beside[0].pos_ == "PRON" else said
            return self._of_replaced([a for a in last or said if a != holder], trigger, holder)
        if type_ == "appoint" and trigger.lemma_.lower() in _FOLLOWING:
            gone = actors_at(self._scene.doc, (t.i for t in slot_of_verb(trigger, "obj")), self._cast)
            return self._of_replaced(gone, trigger)
        if trigger.lemma_.lower() in _FOLLOWING:
            return own or self._of_clause(trigger) or self._of_successor(trigger)
        if own:
            return own if type_ == "dismiss" else own[:1]
        if type_ in _LEAVING:
            around = self._of_clause(trigger) or self._of_participle(trigger)
            if around:
                return around
        known = self._known(holder)
        if known and known.body and known.title == _SEAT and type_ == "appoint":
            known = Office(known.body.split()[-1], None, known.country)
        return [known] if known else []

    @staticmethod
    def _is_less(named: Sequence[Office], own: Sequence[Office], type_: str) -> bool:
        """Whether a person's titles say more than the words after the predicate, which may be one of them."""
        if type_ == "dismiss" and own and all(office in own for office in named):
            return True
        return type_ in _LEAVING and bool(own) and all(office.title == _SEAT for office in named)

    def _titled(self, holder: int, trigger: Token) -> list[Office]:
        """The present titles that the predicate's sentence gives a person."""
        sentence = trigger.sent
        return [
            t.office
            for t in self._titles
            if t.holder is not None
            and sentence.start <= t.start < sentence.end
            and not t.former
            and holder in self._cast.at(t.holder)
        ]

    def _known(self, holder: int) -> Office | None:
        """The office that the report gives an actor anywhere: a present one before a former one."""
        found = [t for t in self._titles if t.holder is not None and holder in self._cast.at(t.holder)]
        if found:
            return min(found, key=lambda t: (t.former, t.start)).office
        actor = self._cast.actors[holder]
        if actor.kind is Kind.OFFICE:
            return Office(actor.name, None, actor.country)
        if actor.kind is Kind.BODY and actor.name.split()[-1].lower() in _BOARDS:
            return Office(_SEAT, actor.name, actor.country)
        return None

    def _of_clause(self, trigger: Token) -> list[Office]:
        """The office that the clause around a predicate fills: "is sworn in as mayor, succeeding Roe"."""
        at = trigger
        for _ in range(6):
            if at.head.i == at.i:
                return []
            at = at.head
            offices = (
                [o for o, *_ in find_offices_after(self._scene, at)] if at.pos_ in ("VERB", "NOUN") else []
            )
            if offices:
                return offices[:1]
        return []

    def _of_participle(self, trigger: Token) -> list[Office]:
        """The office that a clause beside the subject names: "Roe, appointed minister in May, resigned"."""
        beside = (c for subject in slot_of_verb(trigger, "subj") for c in subject.children)
        told = (
            c
            for c in beside
            if c.dep_ == "acl" and c.tag_ == "VBN" or c.dep_ == "relcl" and c.lemma_ in _HOLDING
        )
        found = (find_offices_after(self._scene, verb) for verb in told)
        return [office for offices in found for office, *_ in offices][:1]

    def _of_successor(self, trigger: Token) -> list[Office]:
        """The title before a verb of succession: "who will replace Roe" after "the next mayor Ann Kos"."""
        before = [t for t in self._titles if trigger.sent.start <= t.start < trigger.i and not t.former]
        return [before[-1].office] if before else []


def _objects_of_as(trigger: Token) -> list[Token]:
    heads = [trigger, *(c for c in trigger.children if c.dep_ in ("dobj", "nsubjpass"))]
    as_ = [
        c
        for head in heads
        for c in head.children
        if c.lower_ == "as" and c.dep_ == "prep" and c.i > trigger.i
    ]
    return [noun for preposition in as_ for noun in preposition.children if noun.dep_ == "pobj"]


def _without_suffix(office: Office) -> Office:
    """The office itself: who is followed by a "president-elect" was president."""
    return replace(office, title=re.sub(r"[-–](?:elect|designate)$", "", office.title))


def _with_country(office: Office, holder: int, cast: Cast) -> Office:
    country = cast.actors[holder].country
    return (
        replace(office, country=country) if office.country is None and not office.body and country else office
    )
