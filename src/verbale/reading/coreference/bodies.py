"""Which names of bodies, states and groups in a report mean the same one."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice

from spacy.tokens import Doc

from verbale.lexicon.nouns import Institution, load_nouns, split_name
from verbale.lexicon.spelling import fold
from verbale.model import Kind
from verbale.reading.coreference.entities import Entity, Roll
from verbale.reading.mention import Mention

_MOST_ALIKE = 60
_LITTLE = frozenset({"of", "the", "for", "and", "on", "in", "to", "&", "-", "'s", "'"})


def cluster_bodies(roll: Roll, doc: Doc, mentions: Sequence[Mention]) -> None:
    """One entity for each named body: same name, known alias, acronym, or a short form of a longer name."""
    named = [m for m in mentions if m.kind is Kind.BODY and m.form == "name"]
    by_key: dict[str, int] = {}
    by_acronym: dict[str, int] = {}
    by_word: dict[str, dict[str, int]] = {}
    for mention in sorted(named, key=lambda m: m.start):
        keys = _keys(mention)
        index = next((by_key[k] for k in keys if k in by_key), None)
        if index is None and mention.name.isupper():
            index = by_acronym.get(mention.name.replace(".", ""))
        if index is None:
            index = _defined_before(roll, doc, mention)
        if index is None:
            index = _longer(roll, mention, by_word)
        if index is None:
            index = roll.create(Kind.BODY, mention, mention.name, sort_of(mention.name))
        else:
            roll.join(index, mention, mention.name)
        for key in keys:
            if key not in by_key:
                by_key[key] = index
                for word in key.split():
                    by_word.setdefault(word, {})[key] = index
        by_acronym.setdefault(acronym(mention.name), index)


def institution_of(name: str) -> Institution | None:
    """The well-known institution of this name, None for others."""
    return load_nouns().institutions.get("".join(split_name(name)))


def _keys(mention: Mention) -> list[str]:
    known = institution_of(mention.name)
    plain = " ".join(significant(mention.name))
    return [f"{known.name}/{known.country}", plain] if known else [plain]


@lru_cache(maxsize=4096)
def significant(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, folded, lower case.

    >>> significant("Ministry of Defence")
    ('ministry', 'defence')
    """
    return tuple(w for w in (p.lower() for p in split_name(fold(name))) if w not in _LITTLE)


def acronym(name: str) -> str:
    """The initials of the capitalised words of a name.

    >>> acronym("Seoul Metropolitan Council")
    'SMC'
    """
    return "".join(w[0] for w in split_name(fold(name)) if w[:1].isupper())


def _defined_before(roll: Roll, doc: Doc, mention: Mention) -> int | None:
    """The body that a name in brackets stands right behind: "Electoral Commission (NEC)"."""
    at = mention.start
    if at < 2 or doc[at - 1].text != "(" or not (mention.name.isupper() or len(mention.name) < 9):
        return None
    found = roll.by_token.get(at - 2) or next(
        (roll.by_token[i] for i in range(at - 2, max(at - 9, -1), -1) if i in roll.by_token), None
    )
    if (
        found
        and roll.entities[found[0]].kind is Kind.BODY
        and _abbreviates(mention.name, roll.entities[found[0]].names)
    ):
        return found[0]
    return None


def _abbreviates(short: str, names: Sequence[str]) -> bool:
    return any(acronym(name)[:1] == short[:1].upper() or short[0] in acronym(name) for name in names)


def _longer(roll: Roll, mention: Mention, by_word: Mapping[str, Mapping[str, int]]) -> int | None:
    """The one body whose longer name holds all words of this one and has the same sort ("Constitutional Court")."""
    words = significant(mention.name)
    sort = sort_of(mention.name)
    alike = dict(item for word in words for item in islice(by_word.get(word, {}).items(), _MOST_ALIKE))
    found = {
        index
        for key, index in alike.items()
        if _is_short_form(roll.entities[index], mention, sort, key.split())
    }
    return found.pop() if len(found) == 1 else None


def _is_short_form(entity: Entity, mention: Mention, sort: str, key: Sequence[str]) -> bool:
    """Whether one of two names is a shorter form of the other, given the words of an earlier name."""
    words = significant(mention.name)
    within = set(words) <= set(key) or len(words) > 1 and len(key) > 1 and set(key) <= set(words)
    if not within or sort and mention.country not in (None, entity.country):
        return False
    if sort:
        return entity.sort == sort
    return key[0] == words[0] and (entity.sort == "" or len(words) == 1)


def sort_of(name: str) -> str:
    """The sort of a body by its name, "" where nothing tells.

    >>> sort_of("Constitutional Court of Thailand"), sort_of("Knesset"), sort_of("Acme")
    ('court', 'parliament', '')
    """
    known = institution_of(name)
    heads = load_nouns().body_heads
    best = known.sort if known else ""
    for word in split_name(name.lower()):
        if word in ("of", "for", "in") and best:
            break
        best = heads.get(word, best) if not known or known.sort == "igo" else best
    return best


def cluster_states(roll: Roll, mentions: Sequence[Mention]) -> None:
    """One entity for each state named."""
    for mention in mentions:
        if mention.kind is Kind.STATE and mention.country:
            roll.join_state(mention.country, mention, mention.name)
