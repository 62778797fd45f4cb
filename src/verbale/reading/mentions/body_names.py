"""Names of bodies with a capitalised head: "Constitutional Court of Thailand", "Spain's Supreme Court"."""

from collections.abc import Mapping

from verbale.lexicon.nouns import load_nouns
from verbale.model import Kind
from verbale.reading.mention import Form, Mention
from verbale.reading.mentions.known import Known
from verbale.reading.mentions.phrases import country_within, possessor
from verbale.reading.mentions.words import Words

_NAME = frozenset({"NNP", "NNPS"})
_PUBLIC = frozenset({"ministry", "court", "parliament", "committee", "council", "party", "agency"})
"""Sorts of bodies that belong to the part of a state that they name ("Wisconsin Supreme Court")."""
BANKS = frozenset({"west", "east", "left", "right", "north", "south"})


def body_of_capital(
    words: Words, i: int, known: Mapping[int, Known], people: frozenset[int]
) -> Mention | None:
    """A body whose capitalised head is token `i`: "Constitutional Court of Thailand", "Spain's Supreme Court"."""
    nouns = load_nouns()
    after = words.lower[i + 1] if words.same_sentence(i, i + 1) else ""
    if lower_before(words, i) in BANKS and words.lower[i] == "bank":
        return None
    if (
        words.same_sentence(i, i + 1)
        and words.tag[i + 1] in _NAME
        and words.head[i] == i + 1
        and after != "of"
    ):
        if (
            after in nouns.body_heads
            or after in nouns.not_bodies
            or i + 1 not in people
            and title_follows(words, i + 1)
        ):
            return None
    start = capital_left(words, i, known, people)
    end = name_right(words, i + 1, known, people)
    if start == i and end == i + 1 and nouns.body_heads[words.lower[i]] not in nouns.local_sorts:
        return None
    if (
        words.lower[i] in ("house", "department", "office", "service", "board")
        and start == i
        and end == i + 1
        and i in words.starts
    ):
        return None
    return make_body(words, start, end, i, known)


def lower_before(words: Words, i: int) -> str:
    """The word before token `i` in lower case, "" at the beginning."""
    return words.lower[i - 1] if i else ""


def title_follows(words: Words, i: int) -> bool:
    """Whether a token is a title with a capital letter ("Senate Speaker")."""
    return words.lower[i] in load_nouns().titles and words.tag[i] in _NAME


def capital_left(words: Words, start: int, known: Mapping[int, Known], people: frozenset[int]) -> int:
    """Leftwards over capitalised words that belong to the name of a body, demonyms and possessors included."""
    nouns = load_nouns()
    at = start
    while words.same_sentence(at - 1, start):
        before = at - 1
        if words.tag[before] == "POS":
            owner = possessor(words, at, known)
            return owner.start if owner else at
        joins = (
            words.lower[before] in ("-", "&")
            or words.lower[before] in ("and", ",")
            and in_entity(words, before, at)
        )
        if joins and before - 1 >= 0 and words.is_capital(before - 1):
            at = before
        elif words.is_name(before) and before not in people and words.lower[before] not in nouns.titles:
            at = before
        elif words.lower[before] == "of" and in_entity(words, before, at):
            at = before
        elif (
            words.tag[before] in ("JJ", "NN")
            and words.dep[before] in ("amod", "compound")
            and words.head[before] == start
            and before > 0
        ):
            if not words.is_capital(before - 1) or words.tag[before - 1] == "DT":
                break
            at = before
        else:
            break
    while at < start and (words.lower[at] in ("the", "and", ",", "&", "of", "-") or not words.is_capital(at)):
        at += 1
    return at


def in_entity(words: Words, i: int, j: int) -> bool:
    """Whether token `j` goes on with the parser's entity that token `i` is in."""
    one, other = words.doc[i], words.doc[j]
    return (
        bool(one.ent_type_)
        and one.ent_iob_ != "O"
        and other.ent_iob_ == "I"
        and other.ent_type_ == one.ent_type_
    )


def name_right(words: Words, end: int, known: Mapping[int, Known], people: frozenset[int]) -> int:
    """Rightwards over "of Foreign Affairs", "for Migration and Refugees", "of Thailand"."""
    at = end
    while words.same_sentence(at, at + 1) and words.lower[at] in ("of", "for", "on", "to"):
        if words.doc[at + 1].ent_type_ in ("DATE", "TIME"):
            break
        start = at + 1 + (words.lower[at + 1] in ("the", "all"))
        stop = start
        while words.same_sentence(end, stop) and stop - end < 14 and stop not in people:
            if stop in known and stop > start and not known[stop].territory:
                break
            if stop in known:
                stop = known[stop].end
                if words.same_sentence(end, stop) and words.is_name(stop):
                    break
            elif words.is_name(stop):
                stop += 1
            elif (
                words.lower[stop] in ("and", "&", ",", "-")
                and words.same_sentence(stop, stop + 1)
                and _continues(words, stop, end)
            ):
                stop += 1
            else:
                break
        if (
            stop == start
            or words.lower[at] == "to"
            or (words.lower[at] != "of" and start in known and known[start].territory)
        ):
            break
        at = stop
    return at


def _continues(words: Words, link: int, end: int) -> bool:
    """Whether a name goes on after "and" or a comma: what follows is within the same entity or phrase."""
    if not words.is_name(link + 1):
        return False
    if words.lower[link] == ",":
        return in_entity(words, link, link + 1)
    if words.dep[link + 1] == "conj" and end <= words.head[link + 1] < link:
        return True
    return words.dep[link + 1] != "nsubj" and (
        in_entity(words, link, link + 1) or not words.doc[link + 1].ent_type_
    )


def make_body(
    words: Words, start: int, end: int, head: int, known: Mapping[int, Known], form: Form = "name"
) -> Mention:
    """A mention of a body with the country that its words name."""
    country = country_within(
        words, start, end, known, parts=load_nouns().body_heads.get(words.lower[head]) in _PUBLIC
    )
    return Mention(start, end, head, Kind.BODY, words.span_text(start, end), country, form)
