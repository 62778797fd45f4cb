"""Who follows whom in an office named before: "Roe is elected speaker of the house. She succeeds Doe"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from verbale.lexicon.predicates import load_predicates
from verbale.lexicon.titles import load_titles
from verbale.model import Kind, Office, TraceStep
from verbale.reading.arguments import is_passive, slot_of_verb
from verbale.reading.composing import Context
from verbale.reading.draft import Draft
from verbale.reading.parties import actors_at
from verbale.reading.tenures import begin

_FAR = 80
"""Tokens after an appointment within which a succession takes up its office."""


def find_successions(context: Context, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts of the office that one takes and another leaves, where only an earlier sentence names it."""
    given = [d for d in drafts if d.type == "appoint" and d.office is not None and not d.negated]
    told = {d.trigger[0] for d in drafts if d.type == "leave_office"}
    for token in context.doc:
        verb = token.pos_ == "VERB" and token.lemma_.lower() in load_titles().succeeding_verbs
        if not verb:
            continue
        if is_passive(token):
            yield from _followed(context, token, drafts)
        elif token.i not in told:
            yield from _succession(context, token, given)


def _succession(context: Context, verb: Token, given: Sequence[Draft]) -> Iterator[Draft]:
    before, after = (_persons(context, verb, slot) for slot in ("obj", "subj"))
    if len(after) != 1 or len(before) != 1 or before == after:
        return
    office = _office_given(given, after[0], verb)
    if office is None:
        return
    came = _draft("hold_office", "offices.begins", verb, office)
    yield from _situated(replace(came, actor=tuple(after)), verb, context, opens=True)
    sacking = _sacking(verb)
    if sacking is None:
        left = _draft("leave_office", "offices.succession", verb, office)
        yield from _situated(replace(left, actor=tuple(before), mode="end"), verb, context)
        return
    doers = actors_at(context.doc, (t.i for t in slot_of_verb(sacking, "subj")), context.cast)
    gone = _draft("dismiss", "offices.succession", sacking, office)
    yield from _situated(replace(gone, actor=doers, recipient=tuple(before)), sacking, context)


def _followed(context: Context, verb: Token, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """ "Doe was sacked by Kos. He was replaced by Roe": Kos appoints Roe; without a Kos, Roe takes the office."""
    before, after = (_persons(context, verb, slot) for slot in ("obj", "subj"))
    if len(after) != 1 or len(before) != 1 or before == after:
        return
    pronoun = any(t.pos_ == "PRON" for t in slot_of_verb(verb, "obj"))
    end = _end_of(None if pronoun else before[0], verb, drafts)
    if end is None or end.office is None:
        return
    if end.type == "dismiss" and end.actor and after[0] not in end.actor:
        came = replace(_draft("appoint", "offices.succession", verb, end.office), mode="appoint")
        came = replace(came, actor=end.actor, recipient=tuple(after))
        yield from _situated(came, verb, context)
        return
    came = _draft("hold_office", "offices.begins", verb, end.office)
    yield from _situated(replace(came, actor=tuple(after)), verb, context, opens=True)


def _end_of(actor: int | None, verb: Token, drafts: Sequence[Draft]) -> Draft | None:
    """What the report tells, here or not long before, of how somebody, or anybody, lost or left an office."""
    last = verb.sent.start if actor is None else verb.sent.end
    near = [
        d
        for d in reversed(drafts)
        if d.type in ("dismiss", "leave_office")
        and verb.i - _FAR < d.trigger[0] < last
        and not d.negated
        and (actor is None or actor in (d.recipient if d.type == "dismiss" else d.actor))
    ]
    sacked = [d for d in near if d.type == "dismiss" and d.actor]
    return next(iter([*sacked, *near] if actor is not None else near), None)


def _draft(type_: str, row: str, verb: Token, office: Office) -> Draft:
    step = TraceStep("offices", f"{verb.text!r} takes up the office named before")
    return Draft(type_, row, (verb.i, verb.i + 1), office=office, trace=(step,))


def _situated(draft: Draft, verb: Token, context: Context, *, opens: bool = False) -> Iterator[Draft]:
    begun = begin(draft, verb.i, context, opens=opens)
    if begun is not None:
        yield begun


def _sacking(verb: Token) -> Token | None:
    """The verb by which the predecessor was removed: "succeeds Doe, who was sacked by Kos"."""
    rows = load_predicates().verbs
    for noun in slot_of_verb(verb, "obj"):
        for clause in noun.children:
            dismissed = any(row.type == "dismiss" for row in rows.get(clause.lemma_.lower(), ()))
            if clause.dep_ == "relcl" and dismissed and is_passive(clause):
                return clause
    return None


def _persons(context: Context, verb: Token, slot: str) -> list[int]:
    found = actors_at(context.doc, (t.i for t in slot_of_verb(verb, slot)), context.cast)
    return [a for a in found if context.cast.actors[a].kind is Kind.PERSON]


def _office_given(given: Sequence[Draft], actor: int, verb: Token) -> Office | None:
    """The office that the person was given not long before, in another sentence."""
    for draft in reversed(given):
        at = draft.trigger[0]
        if actor in draft.recipient and verb.i - _FAR < at < verb.sent.start:
            return draft.office
    return None
