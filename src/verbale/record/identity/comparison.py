"""How alike an actor and an identity are: named pieces of evidence with their weights."""

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.record.identity import weights
from verbale.record.identity.body_names import match_body_names, parse_body_name
from verbale.record.identity.person_names import NameMatch, match_person_names, parse_person_name
from verbale.record.identity.profile import Profile

_NAMED_ALIKE = frozenset({"body", "group"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence: what it is, what was compared, and its weight in log odds."""

    name: str
    note: str
    weight: float

    def to_dict(self) -> dict[str, object]:
        """Name, note and weight, as they are stored beside a link."""
        return {"name": self.name, "note": self.note, "weight": self.weight}


@dataclass(frozen=True, slots=True)
class Comparison:
    """All evidence on two being one; `total` is the sum of the weights."""

    evidence: tuple[Evidence, ...]

    @property
    def total(self) -> float:
        """Log odds that the two are one."""
        return sum(piece.weight for piece in self.evidence)

    @property
    def strength(self) -> float:
        """The same as a number between 0 and 1."""
        return weights.strength_of(self.total)

    def with_more(self, *pieces: Evidence) -> "Comparison":
        """The comparison with further evidence."""
        return Comparison((*self.evidence, *pieces))


def compare(actor: Profile, identity: Profile, *, bearers: int = 1) -> Comparison | None:
    """The evidence on an actor of a report being an identity; None where kind or name exclude it.

    Args:
        actor: what the report says of it.
        identity: what the record knows.
        bearers: identities in the record that share the family name.

    >>> one = Profile("person", ("Ana Petrović",), {"rs": 1})
    >>> other = Profile("person", ("Ana Petrovic", "Petrović"), {"rs": 7})
    >>> [(piece.name, piece.weight) for piece in compare(one, other).evidence]
    [('same name', 4.0), ('same country', 1.5)]
    """
    named = _compare_names(actor, identity, bearers)
    if named is None:
        return None
    return Comparison(
        (
            *named,
            *_compare_countries(actor, identity),
            *_compare_offices(actor, identity),
            *_compare_days(actor, identity),
        )
    )


def _compare_names(actor: Profile, identity: Profile, bearers: int) -> list[Evidence] | None:
    if actor.kind == identity.kind == "person":
        return _compare_persons(actor.names, identity.names, bearers)
    if actor.kind == identity.kind or {actor.kind, identity.kind} <= _NAMED_ALIKE:
        return _compare_bodies(actor, identity)
    return None


def _compare_persons(ours: tuple[str, ...], theirs: tuple[str, ...], bearers: int) -> list[Evidence] | None:
    """Only the fullest name of the actor counts: its short forms come with it, and prove nothing more."""
    full = ours[0]
    matches = [(match_person_names(full, name), name) for name in theirs]
    found = [(how, name) for how, name in matches if how]
    if not found:
        return None
    how, name = min(found, key=lambda pair: list(NameMatch).index(pair[0]))
    if _contradicts(full, theirs):
        return None
    weight = weights.PERSON_NAMES[how]
    single = how is NameMatch.SAME and len(parse_person_name(full).words) == 1
    if single:
        longer = any(len(parse_person_name(other).words) > 1 for other in theirs)
        how, weight = (
            NameMatch.FAMILY,
            weights.PERSON_NAMES[NameMatch.FAMILY] if longer else weights.SINGLE_NAME,
        )
    pieces = [Evidence(how.value, f"“{full}” and “{name}”", weight)]
    if _differs_in_suffix(full, theirs):
        pieces.append(Evidence("father or son", f"“{full}” and “{name}”", weights.OTHER_SUFFIX))
    if bearers > weights.COMMON_FROM:
        pieces.append(
            Evidence("common name", f"{bearers} identities share the family name", weights.COMMON_NAME)
        )
    return pieces


def _differs_in_suffix(full: str, theirs: tuple[str, ...]) -> bool:
    """Whether only one side is ever called junior, senior or the third."""
    suffixes = {parse_person_name(name).suffix for name in theirs}
    return parse_person_name(full).suffix not in suffixes and len(parse_person_name(full).words) > 1


def _contradicts(full: str, theirs: tuple[str, ...]) -> bool:
    """Whether the identity's own full name cannot be the actor's ("Ana Petrović" against "Mara Petrović")."""
    fullest = max(theirs, key=lambda name: (len(parse_person_name(name).words) > 1, 0))
    words = parse_person_name(fullest).words
    return len(words) > 1 and all(
        match_person_names(full, name) is None for name in theirs if len(parse_person_name(name).words) > 1
    )


def _compare_bodies(actor: Profile, identity: Profile) -> list[Evidence] | None:
    ours = parse_body_name(actor.names[0], actor.country)
    found = []
    for name in identity.names:
        how = match_body_names(ours, parse_body_name(name, identity.country))
        if how:
            found.append((how, name))
    if not found:
        return None
    how, name = max(found, key=lambda pair: weights.BODY_NAMES[pair[0]])
    return [Evidence(how, f"“{actor.names[0]}” and “{name}”", weights.BODY_NAMES[how])]


def _compare_countries(actor: Profile, identity: Profile) -> Iterator[Evidence]:
    ours = actor.country
    if ours is None or not identity.countries:
        return
    if _root(ours) in {_root(code) for code in identity.countries if _is_weighty(identity, code)}:
        yield Evidence("same country", ours, weights.SAME_COUNTRY)
        return
    note = f"{ours}, not {identity.country}"
    if actor.kind != "person":
        yield Evidence("other country", note, weights.BODY_OTHER_COUNTRY)
    elif ours in actor.sure_countries and identity.sure_countries:
        yield Evidence("other country, by office", note, weights.SURE_OTHER_COUNTRY)
    else:
        yield Evidence("other country", note, weights.OTHER_COUNTRY)


def _is_weighty(identity: Profile, code: str) -> bool:
    """Whether a country was said of an identity often enough to be no slip of the reader."""
    return 5 * identity.countries[code] >= max(identity.countries.values())


def _root(code: str) -> str:
    return code.split("-", maxsplit=1)[0]


def _compare_offices(actor: Profile, identity: Profile) -> Iterator[Evidence]:
    shared = sorted(actor.offices & identity.offices)
    if shared:
        yield Evidence("same office", shared[0].replace("|", " ").strip(), weights.SAME_OFFICE)


def _compare_days(actor: Profile, identity: Profile) -> Iterator[Evidence]:
    if not (actor.first and identity.first and identity.last and actor.last):
        return
    gap = max((actor.first - identity.last).days, (identity.first - actor.last).days)
    if gap > weights.FAR_YEARS * 365:
        yield Evidence("far apart in time", f"{gap // 365} years", weights.FAR_APART)
