"""`belong` claims out of names: "Kos of the Green Party", "Green Party member Kos", "Kos and her party, the Greens"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from verbale.lexicon.memberships import load_membership_words
from verbale.lexicon.nouns import load_nouns, split_name
from verbale.lexicon.titles import load_titles
from verbale.model import Interval, Kind, TraceStep, When
from verbale.reading.affiliations import find_affiliations
from verbale.reading.composing import Context, speakers_of
from verbale.reading.draft import Draft

_REACH = 8
"""Tokens after "of" within which the name of the body must begin."""
_BETWEEN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PUNCT", "PART", "ADV", "VERB"})
_SORTS = frozenset({"party", "armed"})
_WORDS = load_membership_words()


def find_memberships(context: Context) -> Iterator[Draft]:
    """A draft for each person whom the report ties to a party, an alliance or an armed group by name."""
    for beside in find_affiliations(context.doc, context.scene.person_tokens.__contains__):
        person, bodies = _person_within(beside.person, context), context.cast.at(beside.token)
        if person is not None and bodies and _may_be_party(bodies[0], context):
            yield _draft(person, bodies[0], context.doc[beside.token], context)
    for token in context.doc:
        word = token.lower_
        if word == "of":
            yield from _after_name(token, context)
        elif word in _WORDS.own:
            yield from _owned(token, context)
        elif word in _WORDS.people:
            yield from _before_name(token, context)


def end_past_memberships(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts in order, those of "a former member of the bloc" ended at the latest on the day of the report."""
    return [_ended(d, context) if d.type == "belong" and d.when is None else d for d in drafts]


def _ended(draft: Draft, context: Context) -> Draft:
    former = any(c.lower_ in load_titles().former for c in context.doc[draft.trigger[0]].children)
    if not former or context.published is None:
        return draft
    when = When(Interval(None, context.published), "former")
    return draft.noted("memberships", "a former member", when=when)


def _after_name(of: Token, context: Context) -> Iterator[Draft]:
    """ "Kos of the ruling Green Party"."""
    person = _person(of.i - 1, context) if of.i and context.doc[of.i - 1].pos_ == "PROPN" else None
    body = _body_after(of, context)
    if person is not None and body is not None:
        yield _draft(person, body, of, context)


def _body_after(of: Token, context: Context) -> int | None:
    end = min(of.i + _REACH, of.sent.end)
    for at in range(of.i + 1, end):
        token = context.doc[at]
        actors = context.cast.at(at)
        if actors and context.cast.actors[actors[0]].kind is Kind.BODY:
            return actors[0] if _is_party(actors[0], token, context) else None
        if token.pos_ not in _BETWEEN or token.text in (",", ";", "(") or _person(at, context) is not None:
            return None
    return None


def _owned(noun: Token, context: Context) -> Iterator[Draft]:
    """ "Kos and his party ANO", "her party, the Greens"."""
    owners = [child for child in noun.children if child.dep_ == "poss" and child.tag_ == "PRP$"]
    person = _person(owners[0].i, context) if owners else None
    if person is None:
        return
    for token in _appositions(noun):
        actors = context.cast.at(token.i)
        if actors and _is_named_body(actors[0], context):
            yield _draft(person, actors[0], noun, context)
            return


def _before_name(noun: Token, context: Context) -> Iterator[Draft]:
    """ "Green Party member Ana Kos"."""
    head = noun.head
    bearer = head if noun.dep_ in ("compound", "nmod") and head.i > noun.i else next(_appositions(noun), None)
    person = _person(bearer.i, context) if bearer is not None else None
    actors = context.cast.at(noun.i - 1) if noun.i else ()
    if person is not None and actors and _is_party(actors[0], context.doc[noun.i - 1], context):
        yield _draft(person, actors[0], noun, context)


def _appositions(noun: Token) -> Iterator[Token]:
    return (child for child in noun.children if child.dep_ == "appos" and child.i > noun.i)


def _person(at: int, context: Context) -> int | None:
    """The person that the token stands for, None for anybody and anything else."""
    actors = context.cast.at(at)
    return actors[0] if len(actors) == 1 and context.cast.actors[actors[0]].kind is Kind.PERSON else None


def _may_be_party(actor: int, context: Context) -> bool:
    """Whether a body is no institution that the table knows for another sort: "Roe (ICC, The Hague)"."""
    found = context.cast.actors[actor]
    known = load_nouns().institutions.get("".join(split_name(found.name)))
    return found.kind is Kind.BODY and (known is None or known.sort in _SORTS)


def _person_within(at: int, context: Context) -> int | None:
    """The person whose name the token lies in, or that it stands for."""
    mention = context.scene.person_tokens.get(at)
    return _person(mention.head if mention else at, context)


def _is_named_body(actor: int, context: Context) -> bool:
    found = context.cast.actors[actor]
    return found.kind is Kind.BODY and found.name[:1].isupper() and found.name.lower() not in _WORDS.own


def _is_party(actor: int, token: Token, context: Context) -> bool:
    """Whether a body is a party or an armed group: by the table, by the words of its name, or as the vote's acronym."""
    if not _is_named_body(actor, context):
        return False
    name = context.cast.actors[actor].name
    words = split_name(name.lower())
    known = load_nouns().institutions.get("".join(split_name(name)))
    if known is not None:
        return known.sort in _SORTS
    if words[-1] in _WORDS.not_names:
        return False
    if not _WORDS.names.isdisjoint(words) or _is_called_party(actor, token, context):
        return True
    return name.isupper() and len(words) == 1 and any(t.lower_ in _WORDS.votes for t in token.sent)


def _is_called_party(actor: int, token: Token, context: Context) -> bool:
    """Whether the name goes on to, or is followed by, a noun for a party: "the Unity for Norland coalition"."""
    at = token.i
    while at + 1 < token.sent.end and actor in context.cast.at(at):
        at += 1
    return any(t.lower_ in _WORDS.own for t in context.doc[token.i : at + 1])


def _draft(person: int, body: int, trigger: Token, context: Context) -> Draft:
    return Draft(
        type="belong",
        row="memberships.name",
        trigger=(trigger.i, trigger.i + 1),
        actor=(person,),
        recipient=(body,),
        mode="member",
        attributed_to=tuple(a for a in speakers_of(trigger.i, context) if a != person),
        trace=(
            TraceStep("memberships", f"the name of a party beside that of a person, at {trigger.text!r}"),
        ),
    )
