"""Keys under which an identity is looked up: cheap to compute, few bearers each.

An actor is compared with the identities that share a key with it, never with the whole record. Keys of one word
fill up (`BLOCK_CAP`); those made of the full name or of name and country hardly ever do.
"""

from verbale.lexicon.territories import load_territories
from verbale.record.identity.body_names import parse_body_name
from verbale.record.identity.person_names import parse_person_name
from verbale.record.identity.profile import office_key
from verbale.record.identity.spelling import skeleton, sound_of

BLOCK_CAP = 64
"""Identities kept under one key. A key that is full tells nobody apart any more: later identities are found by
their more specific keys alone, and what a report costs does not grow with the record."""


def keys_to_find(kind: str, name: str, country: str | None) -> tuple[str, ...]:
    """The keys under which an actor of this name may find its identity.

    >>> keys_to_find("person", "Aleksandar Vulin", "rs")
    ('n:aleksandar vulin|rs', 'n:aleksandar vulin', 'p:FLN|a', 's:FLN')
    >>> keys_to_find("person", "Vulin", "rs")
    ('f:FLN|rs', 'f:FLN', 's:FLN')
    """
    if kind != "person":
        return _keys_of_others(kind, name, country)
    words = parse_person_name(name).words
    if not words:
        return ()
    family = sound_of(words[-1])
    return (*(_full_keys(words, country) or _family_keys(family, country)), f"s:{family}")


def keys_to_keep(kind: str, name: str, country: str | None) -> tuple[str, ...]:
    """The keys under which an identity is kept for one of its names.

    >>> keys_to_keep("person", "Vulin", "rs"), keys_to_keep("state", "Serbian government", "rs")
    (('s:FLN',), ('t:rs',))
    """
    if kind != "person":
        return _keys_of_others(kind, name, country)
    words = parse_person_name(name).words
    if not words:
        return ()
    family = sound_of(words[-1])
    if len(words) == 1:
        return (f"s:{family}",)
    return (*_full_keys(words, country), *_family_keys(family, country))


def family_key(name: str) -> str:
    """The key that all bearers of a person's family name share.

    >>> family_key("Aleksandar Vulin")
    'f:FLN'
    """
    words = parse_person_name(name).words
    return f"f:{sound_of(words[-1])}" if words else "f:"


def _full_keys(words: tuple[str, ...], country: str | None) -> tuple[str, ...]:
    """Keys of a name of two words and more: all its words; sounds with the initials of words before."""
    if len(words) == 1:
        return ()
    full = " ".join(sorted(words))
    pairs = [(words[0], word) for word in words[1:] if len(word) > 1]
    pairs += [(word, words[-1]) for word in words[1:-1]]
    keys = [f"n:{full}|{country}"] if country else []
    keys += [f"n:{full}", *(f"p:{sound_of(word)}|{skeleton(first)[0]}" for first, word in pairs)]
    return tuple(dict.fromkeys(keys))


def _family_keys(family: str, country: str | None) -> tuple[str, ...]:
    return (f"f:{family}|{country}", f"f:{family}") if country else (f"f:{family}",)


def _keys_of_others(kind: str, name: str, country: str | None) -> tuple[str, ...]:
    territory = load_territories().by_name(name)
    if kind in ("state", "body") and territory and (kind == "state" or territory.kind == "body"):
        return (f"t:{territory.code}",)
    if kind == "state" and country:
        return (f"t:{country}",)
    if kind == "office":
        return (f"o:{office_key(name, None, country)}",)
    body = parse_body_name(name, country)
    words = " ".join(sorted(body.words))
    keys = [f"b:{words}|{body.country or ''}"]
    keys += [] if body.plain else [f"b:{words}"]
    keys += [f"a:{body.acronym.lower()}"] if len(body.acronym) >= 3 else []
    return tuple(keys)
