"""Identities by what people call them: names in any spelling, parts of names, acronyms, beginnings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from sqlalchemy import Connection, and_, func, select

from verbale.record import tables as t
from verbale.record.identity.body_names import match_body_names, parse_body_name
from verbale.record.identity.keys import family_key, keys_to_find
from verbale.record.identity.person_names import match_person_names, match_words, parse_person_name
from verbale.record.identity.spelling import romanise
from verbale.record.queries.merged import follow_merges

LOOKED_AT = 200
"""Identities that are compared with a name: those named most often, where more share its words."""


class Fit(IntEnum):
    """How well an identity goes by a name, the best first."""

    SAME = 0
    """It is called exactly so."""
    PART = 1
    """The name is part of one of its names."""
    VARIANT = 2
    """One of its names is the same spelt otherwise, shortened, or with initials."""


@dataclass(frozen=True, slots=True)
class Named:
    """An identity that a name may mean; `names` are its spellings, the commonest first."""

    id: str
    name: str
    kind: str
    country: str | None
    names: tuple[str, ...]
    mentions: int
    fit: Fit = Fit.SAME


def find_named(
    conn: Connection, name: str, kind: str | None = None, as_of: datetime | None = None
) -> tuple[Named, ...]:
    """The identities that a name may mean, the best first.

    Args:
        conn: a connection that reads.
        name: in any script and spelling, whole or in part.
        kind: person, state, body, group or office; None is any.
        as_of: identities that the record had, and had not merged, at that moment; None is now.
    """
    words = romanise(name).split()
    if not words:
        return ()
    found = {*_find_same(conn, name), *_find_by_words(conn, words), *_find_by_keys(conn, name)}
    known = load_named(conn, follow_merges(conn, found, as_of), kind)
    fitting = [(fit, each) for each in known if (fit := _compare(name, each)) is not None]
    ranked = sorted(fitting, key=lambda pair: (pair[0], -pair[1].mentions, pair[1].id))
    return tuple(
        Named(each.id, each.name, each.kind, each.country, each.names, each.mentions, fit)
        for fit, each in ranked
    )


def find_beginning(conn: Connection, text: str, limit: int) -> tuple[Named, ...]:
    """The identities one of whose names has the words of a text, the last of which may go on; commonest first."""
    words = romanise(text).split()
    if not words:
        return ()
    found = _find_by_words(conn, words, goes_on=True)
    known = load_named(conn, follow_merges(conn, found), None)
    return tuple(sorted(known, key=lambda each: (-each.mentions, each.id))[:limit])


def _find_same(conn: Connection, name: str) -> Sequence[str]:
    n = t.identity_names.c
    query = select(n.identity_id).where(n.normal == romanise(name)).distinct()
    return conn.execute(query.limit(LOOKED_AT)).scalars().all()


def _find_by_words(conn: Connection, words: Sequence[str], *, goes_on: bool = False) -> Sequence[str]:
    """Those that have all the words in their names, the most often named."""
    longest = words[-1] if goes_on else max(words, key=len)
    w, n = t.identity_words.c, t.identity_names.c
    first = w.word == longest
    if goes_on:
        first = and_(w.word >= longest, w.word < longest + "{")
    ids = select(w.identity_id).where(first).distinct()
    for word in set(words) - {longest}:
        other = t.identity_words.alias()
        has = select(other.c.word).where(other.c.identity_id == w.identity_id, other.c.word == word)
        ids = ids.where(has.exists())
    mentions = func.sum(n["count"])
    query = select(n.identity_id).where(n.identity_id.in_(ids)).group_by(n.identity_id)
    return conn.execute(query.order_by(mentions.desc(), n.identity_id).limit(LOOKED_AT)).scalars().all()


def _find_by_keys(conn: Connection, name: str) -> Sequence[str]:
    """Those under the keys that linking looks a person or body of this name up by."""
    keys = {*keys_to_find("person", name, None), family_key(name), *keys_to_find("body", name, None)}
    k = t.identity_keys.c
    return conn.execute(select(k.identity_id).where(k.key.in_(sorted(keys))).distinct()).scalars().all()


def load_named(conn: Connection, roots: Mapping[str, str], kind: str | None) -> list[Named]:
    """Identities with the names of all that were merged into them; `roots` maps each to what it is now."""
    i, n = t.identities.c, t.identity_names.c
    names: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    ids = sorted({*roots, *roots.values()})
    counted = select(n.identity_id, n.name, n["count"]).where(n.identity_id.in_(ids), n["count"] > 0)
    for identity, name, count in conn.execute(counted):
        names[roots.get(identity, identity)][name] += count
    heads = select(i.id, i.name, i.kind, i.country).where(i.id.in_(sorted(set(roots.values()))))
    if kind:
        heads = heads.where(i.kind == kind)
    return [
        Named(*row, tuple(_rank(names[row.id])), sum(names[row.id].values())) for row in conn.execute(heads)
    ]


def _rank(names: Mapping[str, int]) -> Iterable[str]:
    return sorted(names, key=lambda name: (-names[name], name))


def _compare(name: str, known: Named) -> Fit | None:
    """How well an identity goes by a name; None where it does not."""
    normal = romanise(name)
    words = set(normal.split())
    normals = [romanise(each) for each in (known.name, *known.names)]
    if normal in normals:
        return Fit.SAME
    if any(words <= set(each.split()) for each in normals):
        return Fit.PART
    if any(_is_variant(name, each, known) for each in (known.name, *known.names)):
        return Fit.VARIANT
    return None


def _is_variant(name: str, spelt: str, known: Named) -> bool:
    """Whether a name is one of the spellings otherwise; a body's country may be in either: "Hong Kong police"."""
    if known.kind == "person":
        one, other = parse_person_name(name).words, parse_person_name(spelt).words
        if len(one) == 1 and other:
            return match_words(one[0], other[-1]) in ("same", "variant")
        return len(other) > 1 and match_person_names(name, spelt) is not None
    body = parse_body_name(spelt, known.country)
    return known.kind == "body" and match_body_names(parse_body_name(name), body) is not None
