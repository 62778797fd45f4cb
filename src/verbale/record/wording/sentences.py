"""A claim as a sentence for readers: who did what to whom, where, about what."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from verbale.record.queries.claim_rows import ClaimRow, PartyRow
from verbale.record.wording.names import country_name
from verbale.record.wording.verbs import say_verb
from verbale.record.words import list_words

LONGEST: Final = 220
"""Characters of an object, topic or quote that are shown: the evidence has the rest."""

_LOOSE: Final = re.compile(r"(?:[,;:\s]|\s(?:and|or|but|that))+$")
_CUT: Final = re.compile(r"\w{1,2}\][a-z]")
"""What is left of "[W]e" where the bracket was taken for the end of what goes before."""
_CLOSED: Final = re.compile(r'[^"]*\w"(?!\w)')
"""A text whose first quotation mark closes what was not opened."""
_LETTER: Final = re.compile(r"\W+")

_SAY_NOTHING: Final = frozenset(
    list_words(
        "the a an his her its their him them he she it they former then president minister prime us u s"
    )
)
_OF: Final = frozenset(("accuse",))
_FOR: Final = frozenset(("criticise", "praise", "honour", "sanction", "prosecute"))
"""Types whose topic follows "of" or "for" where it is a doing ("of misleading the Queen")."""
_TOPIC_FOLLOWS: Final = frozenset(("praise", "criticise", "demand", "deny", "pledge", "honour"))
"""Types whose topic follows the verb at once where no recipient does ("demanded a recount")."""
_OBJECT_FOLLOWS: Final = frozenset(
    ("adopt", "agree", "attend", "contest", "deploy", "lift_sanction",
     "oppose", "propose", "sanction", "support", "vote")
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
_PASSIVE: Final = {"sanction": "put under sanctions", "demand": "called on"}
_PASSIVE_AS_IS: Final = frozenset(
    (
        "accuse",
        "appoint",
        "attack",
        "criticise",
        "dismiss",
        "honour",
        "praise",
        "prosecute",
        "support",
        "warn",
    )
)
"""Types of which a claim without an actor is told of the recipient: "was arrested"."""


def say_claim(claim: ClaimRow, subject: str | None = None) -> str:
    """A claim in one sentence, without a full stop; parties under the names that the record knows them by.

    Args:
        claim: of the record.
        subject: an identity that comes first among those who act, as in its own dossier.

    For example `Anna Nowak met Marko Petrov in Vienna: trade`, `Serbia did not impose sanctions on Russia`.
    """
    actors = _put_first(claim.actor, subject)
    others: Sequence[PartyRow] = claim.recipient
    if not actors and others and (claim.type in _PASSIVE or claim.type in _PASSIVE_AS_IS):
        parts = [name_parties(others), _say_passive(claim), _say_as(claim), _say_place(claim, others)]
        return " ".join(filter(None, parts)) + _say_rest(claim, "", alone=False)
    if claim.type in ("meet", "call") and len(actors) > 1 and not others:
        actors, others = actors[:1], actors[1:]
    verb, direct = _say_deed(claim, alone=not others)
    held = say_office(claim.office) if claim.type == "hold_office" else ""
    whom = name_parties(others)
    if claim.type == "visit" and _lies_in(claim, others):
        whom = f"{claim.place}, {whom}"
    parts = [name_parties(actors) or "Somebody", verb, held, whom, _say_as(claim), direct]
    said = " ".join(filter(None, (*parts, _say_place(claim, others))))
    return said[:1].upper() + said[1:] + _say_rest(claim, direct, alone=not others)


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


def _say_as(claim: ClaimRow) -> str:
    """The office that somebody is appointed to, dismissed from or leaves."""
    return f"as {say_office(claim.office)}" if claim.office and claim.type != "hold_office" else ""


def _say_passive(claim: ClaimRow) -> str:
    """What was done to those who come first: "was arrested", "are to be honoured"."""
    done = _PASSIVE.get(claim.type) or say_verb(claim.type, claim.mode)
    many = len(claim.recipient) > 1
    was, denied = "were" if many else "was", "not " if claim.negated else ""
    match claim.status:
        case "planned":
            return f"{'are' if many else 'is'} {denied}to be {done}"
        case "called_for":
            return f"should {denied}be {done}"
        case "alleged":
            return f"allegedly {was} {denied}{done}"
        case _:
            return f"{was} {denied}{done}"


def _say_deed(claim: ClaimRow, *, alone: bool) -> tuple[str, str]:
    """The verb, and the object that follows it at once."""
    direct = shorten(claim.object) if alone and claim.object and claim.type in _OBJECT_FOLLOWS else ""
    verb = say_verb(claim.type, claim.mode, claim.status, negated=claim.negated, alone=alone)
    if claim.type == "demand" and not alone and (claim.topic or "").startswith("to "):
        verb = verb.replace("demand of", "call on").replace("demanded of", "called on")
    if alone and not direct:
        verb = _drop_preposition(verb, claim)
    return _fit(verb, direct, claim) if direct else (verb, "")


def _fit(verb: str, direct: str, claim: ClaimRow) -> tuple[str, str]:
    """Verb and object where the object says what the verb would say again, or wants a word before it."""
    match claim.type:
        case "sanction" | "lift_sanction" if "sanction" in direct:
            return verb.removesuffix(" sanctions on"), direct
        case "sanction" | "lift_sanction":
            return verb, f"({direct})"
        case "deploy":
            return verb.removesuffix(" forces"), direct
        case "agree":
            return verb, f"on {direct}"
        case "oppose" if direct.startswith("to "):
            return verb.replace("opposed", "refused").replace("oppose", "refuse"), direct
        case "contest" if claim.mode not in ("win", "lose"):
            return verb, f"for {direct}"
        case _:
            return verb, direct


def _drop_preposition(verb: str, claim: ClaimRow) -> str:
    """A verb that nothing follows: "imposed sanctions", "cut ties"."""
    if claim.type == "visit" and claim.place:
        return verb
    ending = next((end for end in _PREPOSITIONS if verb.endswith(end)), "")
    return verb.removesuffix(ending)


def _lies_in(claim: ClaimRow, others: Sequence[PartyRow]) -> bool:
    """Whether the place lies in the one state that is visited."""
    if len(others) != 1 or others[0].kind != "state" or not claim.place or claim.place_country is None:
        return False
    state = others[0]
    return claim.place_country == state.country and claim.place not in (state.name, state.known_as)


def _say_place(claim: ClaimRow, others: Sequence[PartyRow]) -> str:
    """Where: directly after "visited", else after "in"; nothing where a party is the place."""
    named = {party.known_as or party.name for party in others}
    if not claim.place or claim.place in named or (claim.type == "visit" and _lies_in(claim, others)):
        return ""
    return claim.place if claim.type == "visit" and not others else f"in {claim.place}"


def _say_rest(claim: ClaimRow, direct: str, *, alone: bool) -> str:
    """Object and topic, where they were not said yet, and the quoted words."""
    said = (
        "" if direct or not claim.object or _is_named(claim.object, claim) else f" ({shorten(claim.object)})"
    )
    topic = shorten(claim.topic) if claim.topic and not _is_named(claim.topic, claim) else ""
    if topic and topic not in (claim.object, direct):
        said += _join_topic(claim.type, topic, alone=alone)
    if claim.quote and _is_quoted(claim.quote, topic):
        said = said.removesuffix(topic) + ("" if said.endswith(topic) else ": ") + f"“{shorten(claim.quote)}”"
    elif claim.quote and claim.quote not in (claim.topic or ""):
        said += f" “{shorten(claim.quote)}”"
    return said


def _is_named(words: str, claim: ClaimRow) -> bool:
    """Whether an object or topic says no more than who the parties are: "President Trump", "him"."""
    parties = (*claim.actor, *claim.recipient)
    names = {word for party in parties for word in list_words(f"{party.name} {party.known_as or ''}")}
    said = set(list_words(words))
    left = said - names - _SAY_NOTHING - set(list_words(say_verb(claim.type, claim.mode)))
    return not left or (len(left) == 1 and len(said & names) > 1)


def _is_quoted(quote: str, topic: str) -> bool:
    """Whether a topic is nothing but how the quoted words begin."""
    return bool(topic) and _LETTER.sub("", quote).startswith(_LETTER.sub("", topic.removesuffix(" …"))[:60])


def _join_topic(type: str, topic: str, *, alone: bool = False) -> str:
    """A topic with the word that ties it to the verb; after a colon where none is sure to fit.

    >>> _join_topic("accuse", "not misleading the Queen"), _join_topic("pledge", "to withdraw")
    (' of not misleading the Queen', ' to withdraw')
    >>> _join_topic("say", "it rains"), _join_topic("demand", "recount", alone=True)
    (': it rains', ' recount')
    """
    first = topic.lower().removeprefix("not ").split(maxsplit=1)[0]
    if first.endswith("ing") and type in _OF | _FOR and not alone:
        return f" {'of' if type in _OF else 'for'} {topic}"
    follows = first in ("to", "that") or (alone and type in _TOPIC_FOLLOWS)
    return f" {topic}" if follows else f": {topic}"


def shorten(text: str, longest: int = LONGEST) -> str:
    """A text on one line, cut between words where it is long; marks that stay open are closed, loose ends cut off.

    >>> shorten('he had "mini-strokes'), shorten("one two three", 8), shorten("W]e won and")
    ('he had "mini-strokes"', 'one two …', '[W]e won')
    """
    line = _LOOSE.sub("", " ".join(text.split()))
    line = f"[{line}" if _CUT.match(line) else line
    if len(line) > longest:
        line = line[:longest].rsplit(" ", 1)[0] + " …"
    if line.count('"') % 2:
        line = f'"{line}' if _CLOSED.match(line) else f'{line}"'
    return line + "”" * (line.count("“") - line.count("”"))
