"""Offices out of verbs of heading: "Roe heads the agency", "the party, led by Roe"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from verbale.model import Office
from verbale.reading.offices.holding import Holding
from verbale.reading.offices.right import name_end
from verbale.reading.offices.scene import Scene
from verbale.reading.offices.subjects import has_perfect, is_past, subjects_of

_PASSING = frozenset({"campaign", "delegation", "mission", "coalition", "government"})
"""Institutions in form only: who leads one holds no office."""
_GOVERNMENTS = frozenset({"government", "cabinet"})
_OF_GOVERNMENT = "head of government"


def holdings_from_heading(scene: Scene, verb: Token, title: str) -> Iterator[Holding]:
    """Holdings out of "Roe heads it", "the agency, led by Ann Roe"; not "chosen to head"; "will head" begins."""
    if verb.tag_ == "VBN" and not has_perfect(verb):
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
    helpers = [child for child in verb.children if child.dep_ == "aux" and child.tag_ in ("MD", "TO")]
    ahead = bool(helpers) and all(
        child.lemma_ in ("will", "shall") or child.lower_ == "will" for child in helpers
    )
    if helpers and not ahead:
        return
    led = next((child for child in verb.children if child.dep_ == "dobj"), None)
    for subject in subjects_of(scene, verb):
        for holding in _heading(scene, verb, subject, led, title):
            yield replace(holding, begins=verb.i) if ahead else holding


def office_to_head(scene: Scene, trigger: Token) -> tuple[Office, int, int] | None:
    """The office in "was named to head the agency", with its tokens; None where nobody is to head anything."""
    for verb in trigger.children:
        title = scene.lexicon.heading_verbs.get(verb.lemma_.lower())
        if title is None or verb.dep_ not in ("xcomp", "advcl") or verb.tag_ != "VB":
            continue
        led = next((child for child in verb.children if child.dep_ == "dobj"), None)
        holding = next(_heading(scene, verb, trigger.i, led, title), None)
        if holding is not None:
            return holding.office, holding.start, holding.end
    return None


def _heading(scene: Scene, verb: Token, holder: int, led: Token | None, title: str) -> Iterator[Holding]:
    if led is not None and led.lower_ in _GOVERNMENTS and title == "head":
        yield Holding(
            holder, Office(_OF_GOVERNMENT), verb.i, led.i + 1, verb.i, is_past(verb) and verb.dep_ != "acl"
        )
    if led is None or led.lower_ in _PASSING:
        return
    body = scene.bodies_to.get(led.i + 1)
    start, end = (body.start, body.end) if body else _institution(scene, led)
    end = max(end, name_end(scene, end)) if end > start else end
    if end <= start or led.i in scene.person_tokens:
        return
    while start < end - 1 and (
        scene.words[start] in scene.lexicon.determiners or scene.words[start] in scene.lexicon.held
    ):
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
        is_past(verb) and verb.dep_ != "acl",
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
    named = scene.is_capital(noun.i) or (noun.lower_ == "subcommittee" and scene.is_capital(start))
    definite = named or (start > 0 and scene.words[start - 1] == "the")
    return (start, noun.i + 1) if definite else (0, 0)
