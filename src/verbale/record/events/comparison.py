"""Whether two claims of different reports tell of one happening: evidence piece by piece."""

from collections.abc import Iterator

from verbale.lexicon.claim_types import load_claim_types
from verbale.record.events import weights as w
from verbale.record.events.telling import Telling
from verbale.record.identity.comparison import Comparison, Evidence


def compare_tellings(one: Telling, other: Telling) -> Comparison | None:
    """How much speaks for two claims telling of one happening; None where they cannot.

    They cannot where family, days or roles exclude each other: A criticising B is not B criticising A.
    """
    if one.family != other.family or _are_swapped(one, other) or _days_apart(one, other) > w.NEAR:
        return None
    parties = _compare_parties(one, other)
    if parties is None:
        return None
    rest = (_compare_days(one, other), *_compare_types(one, other), *_compare_places(one, other))
    words = (_compare_words(one, other), *_compare_details(one, other))
    return Comparison((parties, *rest, *_compare_offices(one, other), *words))


def _are_swapped(one: Telling, other: Telling) -> bool:
    """Whether one has as recipient whom the other has as actor."""
    if any(load_claim_types()[each.type].symmetric for each in (one, other)):
        return False
    return bool((one.actors & other.recipients) - one.recipients - other.actors) or bool(
        (one.recipients & other.actors) - one.actors - other.recipients
    )


def _days_apart(one: Telling, other: Telling) -> int:
    """Days between the windows; 0 or less where they overlap."""
    return (max(one.window[0], other.window[0]) - min(one.window[1], other.window[1])).days


def _compare_parties(one: Telling, other: Telling) -> Evidence | None:
    """None where nobody is the same, or the same one deals with others."""
    shared = one.parties & other.parties
    mine, theirs = one.parties - shared, other.parties - shared
    if not shared:
        alike = not one.parties and not other.parties and bool(one.countries & other.countries)
        return Evidence("no known party", ", ".join(sorted(one.countries)), w.NO_PARTY) if alike else None
    if len(shared) > 1:
        whole = not mine and not theirs and not one.nameless and not other.nameless
        return Evidence("parties", f"{len(shared)} the same", w.BOTH_PARTIES + whole * w.ALL_PARTIES)
    if (mine or one.nameless) and (theirs or other.nameless) and not (mine and theirs):
        alike = bool(one.nameless & other.nameless)
        return Evidence(
            "nameless", "the same words" if alike else "others", w.ONE_PARTY if alike else w.OTHER_NAMELESS
        )
    if not mine or not theirs:
        whole = not mine and not theirs and not one.nameless and not other.nameless
        return Evidence("party", "one the same", w.ONE_PARTY + whole * w.ALL_PARTIES)
    if one.countries == other.countries:
        return Evidence("stand-in", "others of the same country", w.STAND_IN)
    return Evidence("other parties", "each names somebody else", w.OTHER_PARTIES)


def _compare_days(one: Telling, other: Telling) -> Evidence:
    exact = all(each.said and (each.window[1] - each.window[0]).days <= 1 for each in (one, other))
    if not exact:
        return Evidence("days", "may go together", w.WITHIN_DAYS + _is_news_twice(one, other) * w.LATER_NEWS)
    if _days_apart(one, other) <= 0:
        return Evidence("day", one.window[0].isoformat(), w.SAME_DAY)
    if all(each.published in each.window for each in (one, other)):
        return Evidence("day", "each the day of its report", w.EACH_TODAY)
    return Evidence("day", "one apart", w.NEXT_DAY)


def _is_news_twice(one: Telling, other: Telling) -> bool:
    """Whether two reports that give no day came out further apart than one piece of news is news."""
    if one.said or other.said or not one.published or not other.published:
        return False
    return abs((one.published - other.published).days) > w.NEWS_LASTS


def _compare_types(one: Telling, other: Telling) -> Iterator[Evidence]:
    yield Evidence("family", one.family, w.BASE[one.family])
    if one.type != other.type:
        yield Evidence("type", f"{one.type}, {other.type}", w.OTHER_TYPE)
    elif one.mode and other.mode:
        same = one.mode == other.mode
        yield Evidence("mode", f"{one.mode}, {other.mode}", w.SAME_MODE if same else w.OTHER_MODE)


def _compare_places(one: Telling, other: Telling) -> Iterator[Evidence]:
    if one.place and one.place == other.place:
        yield Evidence("place", one.place, w.SAME_PLACE)
    elif one.place_country and other.place_country and one.place_country != other.place_country:
        yield Evidence("country", f"{one.place_country}, {other.place_country}", w.OTHER_COUNTRY)
    elif one.place and other.place:
        yield Evidence("place", f"{one.place}, {other.place}", w.OTHER_PLACE)


def _compare_offices(one: Telling, other: Telling) -> Iterator[Evidence]:
    if one.office and other.office:
        same = one.office <= other.office or other.office <= one.office
        yield Evidence("office", "the same" if same else "another", w.SAME_OFFICE if same else w.OTHER_OFFICE)


def _compare_words(one: Telling, other: Telling) -> Evidence:
    """Share of the shorter sentence's words, names of parties left out, that the other has too."""
    common = one.words & other.words
    shorter = min(len(one.words), len(other.words))
    share = len(common) / shorter if shorter > 2 else w.WORDS_FROM
    return Evidence("words", f"{len(common)} of {shorter}", round(w.WORDS * (share - w.WORDS_FROM), 2))


def _compare_details(one: Telling, other: Telling) -> Iterator[Evidence]:
    """Names and figures that each sentence has, and none of which they share."""
    if one.names and other.names and not one.names & other.names:
        yield Evidence("names", "none the same", w.OTHER_NAMES)
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        yield Evidence("figures", "none the same", w.OTHER_FIGURES)
