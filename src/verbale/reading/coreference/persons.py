"""Which personal names of a report mean the same person."""

from collections.abc import Sequence

from verbale.lexicon.nouns import NounLexicon, load_nouns
from verbale.lexicon.spelling import fold
from verbale.model import Kind
from verbale.reading.coreference.entities import Roll
from verbale.reading.mention import Mention

_MOST_ALIKE = 60


def cluster_persons(roll: Roll, mentions: Sequence[Mention]) -> None:
    """Make one entity for each person named, longest names first, then give shorter names to them.

    A name of one word goes to the person first named in the report who bears it as surname, else as another
    name; those named only later come last.
    """
    named = [m for m in mentions if m.kind is Kind.PERSON and m.form == "name"]
    words = {m.name: name_words(m.name) for m in named}
    keys: list[tuple[list[str], int]] = []
    owner: dict[str, int] = {}
    sharing: dict[str, list[tuple[list[str], int]]] = {}
    for mention in sorted(named, key=lambda m: (-len(words[m.name]), m.start)):
        if mention.name in owner or " " not in mention.name or len(words[mention.name]) < 2:
            continue
        parts = words[mention.name]
        alike = sharing.get(parts[-1], ())[:_MOST_ALIKE]
        match = next((index for key, index in alike if same_name(key, parts)), None)
        owner[mention.name] = len(keys) if match is None else match
        keys.append((parts, owner[mention.name]))
        for part in dict.fromkeys(parts):
            sharing.setdefault(part, []).append(keys[-1])
    _settle(roll, named, words, keys, owner)


def _settle(
    roll: Roll,
    named: Sequence[Mention],
    words: dict[str, list[str]],
    keys: list[tuple[list[str], int]],
    owner: dict[str, int],
) -> None:
    bearers: dict[str, list[tuple[int, int]]] = {}
    for parts, number in keys:
        for at, part in enumerate(parts):
            rank = 0 if at == len(parts) - 1 else 1 if at == 0 else 2
            bearers.setdefault(part, []).append((rank, number))
    entity: dict[int | str, int] = {}
    first: dict[int | str, int] = {}
    for mention in sorted(named, key=lambda m: m.start):
        parts = words[mention.name]
        cluster: int | str | None = owner.get(mention.name)
        if cluster is None:
            cluster = _bearer(bearers.get(parts[-1] if parts else "", ())[:_MOST_ALIKE], first)
        if cluster is None:
            cluster = " ".join(parts) or mention.name
        if cluster in entity:
            roll.join(entity[cluster], mention, mention.name)
        else:
            entity[cluster] = roll.create(Kind.PERSON, mention, mention.name)
        first.setdefault(cluster, mention.start)


def _bearer(found: Sequence[tuple[int, int]], first: dict[int | str, int]) -> int | None:
    """The best bearer of a single name: as surname before first name, then whoever was named first."""
    best = min(found, key=lambda b: (b[0], first.get(b[1], 10**9), b[1]), default=None)
    return best[1] if best else None


def name_words(name: str) -> list[str]:
    """The words of a personal name, folded and lower case, without suffixes, initials' dots and hyphens.

    >>> name_words("Joseph R. Biden, Jr.")
    ['joseph', 'r', 'biden']
    >>> name_words("Bashar al-Assad")
    ['bashar', 'al', 'assad']
    """
    flat = fold(name).lower().replace("-", " ").replace(",", " ").replace(".", " ").replace("'", "")
    suffixes = load_nouns().suffixes
    parts = flat.split()
    while len(parts) > 1 and parts[-1] in suffixes:
        parts.pop()
    return parts


def same_name(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether two names of several words can be one person's.

    >>> same_name(["joseph", "r", "biden"], ["joe", "biden"]), same_name(["eric", "trump"], ["ivanka", "trump"])
    (True, False)
    >>> same_name(["recep", "tayyip", "erdogan"], ["tayyip", "erdogan"])
    True
    """
    nouns = load_nouns()
    first, second = _core(longer, nouns), _core(shorter, nouns)
    if not first or not second:
        return list(longer) == list(shorter)
    if set(second) <= set(first) and (len(second) > 1 or first[-1] == second[-1]):
        return True
    if first[-1] != second[-1] or len(first) < 2 or len(second) < 2:
        return False
    return _same_given(first[0], second[0])


def _core(parts: Sequence[str], nouns: NounLexicon) -> list[str]:
    return [p for p in parts if p not in nouns.particles]


def _same_given(one: str, other: str) -> bool:
    """Whether two first names agree: equal, an initial, a usual short form, or a variant spelling."""
    if one == other or (len(one) == 1 or len(other) == 1) and one[0] == other[0]:
        return True
    short = load_nouns().short_names
    if other in short.get(one, ()) or one in short.get(other, ()):
        return True
    return len(one) > 4 and len(other) > 4 and one[:4] == other[:4] and abs(len(one) - len(other)) <= 1
