"""A claim as a sentence for readers: who did what to whom, where, about what."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from verbale.record.queries.claim_rows import ClaimRow, PartyRow
from verbale.record.wording.names import country_name
from verbale.record.wording.verbs import say_verb

LONGEST: Final = 220
"""Characters of an object, topic or quote that are shown: the evidence has the rest."""

_LOOSE: Final = re.compile(r"(?:[,;:\s]|\s(?:and|or|but|that))+$")
_CUT: Final = re.compile(r"\w{1,2}\][a-z]")
"""What is left of "[W]e" where the bracket was taken for the end of what goes before."""
_LETTER: Final = re.compile(r"\W+")

_OF: Final = frozenset(("accuse",))
_FOR: Final = frozenset(("criticise", "praise", "honour", "sanction", "prosecute"))
"""Types whose topic follows "of" or "for" where it is a doing ("of misleading the Queen")."""
_DIRECT: Final = frozenset(
    ("adopt", "agree", "attend", "deploy", "lift_sanction", "oppose",
     "propose", "restrict", "sanction", "support", "vote")
)  # fmt: skip
"""Types whose object follows the verb at once where no recipient does ("attended the summit")."""
_PREPOSITIONS: Final = (
    " on",
    " of",
    " to",
    " against",
    " with",
    " from",
    " towards",
    " between",
    " at",
    " for",
)


def say_claim(claim: ClaimRow, subject: str | None = None) -> str:
    """A claim in one sentence, without a full stop; parties under the names that the record knows them by.

    Args:
        claim: of the record.
        subject: an identity that comes first among those who act, as in its own dossier.

    For example `Anna Nowak met Marko Petrov in Vienna: trade`, `Serbia did not impose sanctions on Russia`.
    """
    actors = _put_first(claim.actor, subject)
    others: Sequence[PartyRow] = claim.recipient
    if claim.type in ("meet", "call") and len(actors) > 1 and not others:
        actors, others = actors[:1], actors[1:]
    verb, direct = _say_deed(claim, alone=not others)
    parts = [
        name_parties(actors) or "Somebody",
        verb,
        "" if claim.type == "appoint" else say_office(claim.office),
        name_parties(others),
        f"as {say_office(claim.office)}" if claim.type == "appoint" and claim.office else "",
        direct,
        _say_place(claim, others),
    ]
    return " ".join(filter(None, parts)) + _say_rest(claim, direct)


def name_parties(parties: Iterable[PartyRow]) -> str:
    """Names in a row, the last after "and".

    >>> name_parties(PartyRow("", name, "state", None, None, None) for name in ("Serbia", "Norway", "Ghana"))
    'Serbia, Norway and Ghana'
    """
    names = list(dict.fromkeys(party.known_as or party.name for party in parties))
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def say_office(office: tuple[str, str | None, str | None] | None) -> str:
    """An office with its body and country.

    >>> say_office(("Secretary", "Security Council", "ru")), say_office(None)
    ('Secretary, Security Council (Russia)', '')
    """
    if not office:
        return ""
    title, body, country = office
    return title + (f", {body}" if body else "") + (f" ({country_name(country)})" if country else "")


def _put_first(parties: Sequence[PartyRow], subject: str | None) -> Sequence[PartyRow]:
    return sorted(parties, key=lambda party: party.identity != subject) if subject else parties


def _say_deed(claim: ClaimRow, *, alone: bool) -> tuple[str, str]:
    """The verb, and the object that follows it at once."""
    direct = shorten(claim.object) if alone and claim.object and claim.type in _DIRECT else ""
    verb = say_verb(claim.type, claim.mode, claim.status, negated=claim.negated, alone=alone)
    if alone and not direct:
        verb = _drop_preposition(verb, claim)
    if direct and claim.type in ("sanction", "lift_sanction") and "sanction" in direct:
        verb = verb.removesuffix(" sanctions on")
    elif direct and claim.type == "deploy":
        verb = verb.removesuffix(" forces")
    elif direct and claim.type == "agree":
        verb = f"{verb} on"
    return verb, direct


def _drop_preposition(verb: str, claim: ClaimRow) -> str:
    """A verb that nothing follows: "imposed sanctions", "cut ties"."""
    if claim.type == "visit" and claim.place:
        return verb
    ending = next((end for end in _PREPOSITIONS if verb.endswith(end)), "")
    return verb.removesuffix(ending)


def _say_place(claim: ClaimRow, others: Sequence[PartyRow]) -> str:
    """Where: directly after "visited", else after "in"; nothing where a party is the place."""
    if not claim.place or claim.place in {party.known_as or party.name for party in others}:
        return ""
    return claim.place if claim.type == "visit" and not others else f"in {claim.place}"


def _say_rest(claim: ClaimRow, direct: str) -> str:
    """Object and topic, where they were not said yet, and the quoted words."""
    said = "" if direct or not claim.object else f" ({shorten(claim.object)})"
    topic = shorten(claim.topic) if claim.topic else ""
    if topic and topic not in (claim.object, direct):
        said += _join_topic(claim.type, topic)
    if claim.quote and _is_quoted(claim.quote, topic):
        said = said.removesuffix(topic) + ("" if said.endswith(topic) else ": ") + f"“{shorten(claim.quote)}”"
    elif claim.quote and claim.quote not in (claim.topic or ""):
        said += f" “{shorten(claim.quote)}”"
    return said


def _is_quoted(quote: str, topic: str) -> bool:
    """Whether a topic is nothing but how the quoted words begin."""
    return bool(topic) and _LETTER.sub("", quote).startswith(_LETTER.sub("", topic.removesuffix(" …"))[:60])


def _join_topic(type: str, topic: str) -> str:
    """A topic with the word that ties it to the verb; after a colon where none is sure to fit.

    >>> _join_topic("accuse", "misleading the Queen"), _join_topic("pledge", "to withdraw")
    (' of misleading the Queen', ' to withdraw')
    >>> _join_topic("say", "it rains")
    ': it rains'
    """
    first = topic.split(maxsplit=1)[0].lower()
    if first.endswith("ing") and type in _OF | _FOR:
        return f" {'of' if type in _OF else 'for'} {topic}"
    return f" {topic}" if first in ("to", "that") else f": {topic}"


def shorten(text: str, longest: int = LONGEST) -> str:
    """A text on one line, cut between words where it is long; marks that stay open are closed, loose ends cut off.

    >>> shorten('he had "mini-strokes'), shorten("one two three", 8), shorten("W]e won and")
    ('he had "mini-strokes"', 'one two …', '[W]e won')
    """
    line = _LOOSE.sub("", " ".join(text.split()))
    line = f"[{line}" if _CUT.match(line) else line
    if len(line) > longest:
        line = line[:longest].rsplit(" ", 1)[0] + " …"
    line += '"' * (line.count('"') % 2)
    return line + "”" * (line.count("“") - line.count("”"))
