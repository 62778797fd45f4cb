"""What completes a claim's sentence: its object, topic and quoted words, as far as they say anything new."""

import re
from typing import Final

from verbale.record.queries.claim_rows import ClaimRow
from verbale.record.wording.articles import restore_article
from verbale.record.wording.verbs import load_wording, say_verb
from verbale.record.words import list_words

LONGEST: Final = 220
"""Characters of an object, topic or quote that are shown: the evidence has the rest."""

_LOOSE: Final = re.compile(r"(?:[,;:\s]|\s(?:and|or|but|that))+$")
_CUT: Final = re.compile(r"\w{1,2}\][a-z]")
"""What is left of "[W]e" where the bracket was taken for the end of what goes before."""
_CLOSED: Final = re.compile(r'[^"]*\w"(?!\w)')
"""A text whose first quotation mark closes what was not opened."""
_FRAGMENT: Final = re.compile(r"(?:which|who|whom|whose|of|so|as|by|and|but|because|although)\b")
"""How a topic begins that is cut out of the middle of a clause and makes no sense by itself."""
_CLAUSE: Final = frozenset({"he", "she", "they", "it", "there"})
"""Words that begin nothing but a whole clause."""
_LETTER: Final = re.compile(r"\W+")
_SAY_NOTHING: Final = frozenset(
    list_words(
        "the a an his her its their him them he she it they former then president minister prime us u s"
    )
)


def say_details(claim: ClaimRow, direct: str, *, alone: bool) -> str:
    """Object and topic, where they were not said yet, and the quoted words."""
    said = "" if direct or not claim.object or _is_named(claim.object, claim) else _say_object(claim)
    topic = _say_topic(claim)
    if topic and claim.topic != claim.object and topic != direct:
        said += _join_topic(claim.type, topic, alone=alone)
    if claim.quote and _is_quoted(claim.quote, topic):
        lead = said.removesuffix(topic).removesuffix(" that ")
        said = (
            lead if lead.strip() and said.endswith(topic) else f"{lead.rstrip()}: "
        ) + f"“{shorten(claim.quote)}”"
    elif claim.quote and claim.quote not in (claim.topic or ""):
        said += f" “{shorten(claim.quote)}”"
    return said


def says_nothing(claim: ClaimRow) -> bool:
    """Whether a claim of what is said or demanded lacks the words for it, as where only "which he denied" is left."""
    row = load_wording().get(claim.type)
    wants = row is not None and row.wants_words
    return wants and not claim.quote and not claim.object and not _say_topic(claim)


def _say_object(claim: ClaimRow) -> str:
    """An object in brackets; after a colon where it is a clause."""
    words = shorten(restore_article(claim.object or "", claim.evidence[2]))
    return f": {words}" if words.startswith("that ") else f" ({words})"


def _say_topic(claim: ClaimRow) -> str:
    """A topic as a sentence has it; nothing where it names a party again, or is cut out of a clause."""
    if not claim.topic or _is_named(claim.topic, claim) or _FRAGMENT.match(claim.topic):
        return ""
    return shorten(restore_article(claim.topic, claim.evidence[2]))


def _is_named(words: str, claim: ClaimRow) -> bool:
    """Whether an object or topic says no more than who the parties are: "President Trump", "him"."""
    parties = (*claim.actor, *claim.recipient)
    names = {word for party in parties for word in list_words(f"{party.name} {party.known_as or ''}")}
    said = set(list_words(words))
    left = said - names - _SAY_NOTHING - set(list_words(say_verb(claim.type, claim.mode)))
    return not left or (len(left) == 1 and len(said & names) > 1)


def _is_quoted(quote: str, topic: str) -> bool:
    """Whether a topic is nothing but how the quoted words begin."""
    begins = _LETTER.sub("", topic.removesuffix(" …")).casefold()[:60]
    return bool(topic) and _LETTER.sub("", quote).casefold().startswith(begins)


def _join_topic(type: str, topic: str, *, alone: bool = False) -> str:
    """A topic with the word that ties it to the verb; after a colon where none is sure to fit.

    >>> _join_topic("accuse", "not misleading the Queen"), _join_topic("pledge", "to withdraw")
    (' of not misleading the Queen', ' to withdraw')
    >>> _join_topic("say", "it rains"), _join_topic("say", "rain"), _join_topic("demand", "recount", alone=True)
    (' that it rains', ': rain', ' recount')
    """
    first = topic.lower().removeprefix("not ").split(maxsplit=1)[0]
    row = load_wording().get(type)
    if first.endswith("ing") and row and row.doing and not alone:
        return f" {row.doing} {topic}"
    if type == "say" and first in _CLAUSE:
        return f" that {topic}"
    follows = first in ("to", "that") or (alone and row is not None and row.follows == "topic")
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
    line += ")" * (line.count("(") - line.count(")"))
    return line + "”" * (line.count("“") - line.count("”"))
