"""People and bodies of the record and entries of lists as the entities that yente gives."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from verbale.export.ftm.schemata import schema_of
from verbale.model import Kind
from verbale.record.queries.borne_out import topics_of
from verbale.record.queries.claim_rows import PartyRow
from verbale.record.queries.identities import list_merged
from verbale.record.queries.names import Named
from verbale.record.queries.who import who
from verbale.record.registers.lookup import Found
from verbale.record.registers.versions import Version
from verbale.registers import Listing
from verbale.web.api.yente.datasets import RECORD

Entity = dict[str, Any]

_IDENTITY = "identity"


def identity_of(entity_id: str) -> str | None:
    """The identity that an id of an entity stands for; None where it is an entry's.

    FollowTheMoney takes no colons in ids.

    >>> identity_of("identity-8593aaaf2105"), identity_of("ofac-43736")
    ('identity:8593aaaf2105', None)
    """
    kind, dash, rest = entity_id.partition("-")
    return f"{_IDENTITY}:{rest}" if kind == _IDENTITY and dash else None


def entry_of(entity_id: str, versions: Sequence[Version]) -> tuple[Version, str] | None:
    """The list, and the id in it, that an id of an entity stands for; None where it is of no list."""
    fitting = [each for each in versions if entity_id.startswith(f"{each.name}-")]
    version = max(fitting, key=lambda each: len(each.name), default=None)
    return (version, entity_id.removeprefix(f"{version.name}-")) if version else None


def entity_of_identity(conn: Connection, named: Named, base: str) -> Entity:
    """Somebody of the record: names, country, offices last said to be held, topics of matches that were accepted.

    Args:
        conn: a connection that reads.
        named: who.
        base: address of the server, for the link to the dossier.
    """
    (found,) = who(conn, named.id, limit=1)
    party = PartyRow("", found.name, found.kind, found.country, found.id, found.name)
    topics = topics_of(conn, found.id)
    properties = {
        "name": (found.name,),
        "alias": (name for name in found.names if name != found.name),
        "country": (found.country,),
        "position": (str(office) for office in found.offices) if found.kind == Kind.PERSON else (),
        "topics": topics,
        "sourceUrl": (f"{base}identity/{found.id}",),
    }
    return {
        "id": _dashed(found.id),
        "caption": found.name,
        "schema": schema_of(party),
        "properties": _filled(properties),
        "datasets": [RECORD],
        "referents": [_dashed(each) for each in list_merged(conn, found.id)],
        "target": "sanction" in topics,
        "first_seen": _at_midnight(found.first),
        "last_seen": _at_midnight(found.last),
        "last_change": None,
    }


def entity_of_entry(found: Found, listings: Sequence[Listing] = (), *, nested: bool = False) -> Entity:
    """An entry of a list; `nested` with the measures against it."""
    entry = found.entry
    id_ = f"{found.version.name}-{entry.id}"
    properties: dict[str, Iterable[Any]] = {
        "name": entry.names[:1],
        "alias": entry.names[1:],
        "weakAlias": entry.weak_names,
        "country": entry.countries,
        "birthDate": entry.birth_dates,
        "gender": (entry.gender,),
        "position": entry.positions,
        "idNumber": (number for _, number in entry.identifiers),
        "wikidataId": (entry.wikidata,),
        "topics": entry.topics,
        "notes": (entry.notes,),
    }
    if nested:
        measures = enumerate(listings, 1)
        properties["sanctions"] = [_measure(found, id_, nth, each) for nth, each in measures]
    return _entity(found, id_, entry.name, entry.schema, properties, target=bool(entry.topics))


def _measure(found: Found, id_: str, nth: int, listing: Listing) -> Entity:
    """A measure against an entry as an entity of its own."""
    properties = {
        "program": (listing.programme,),
        "authority": (listing.authority,),
        "listingDate": (listing.listed_on,),
        "endDate": (listing.ended_on,),
        "authorityId": (listing.reference,),
        "reason": (listing.reason,),
    }
    caption = listing.programme or listing.authority or found.version.name
    return _entity(found, f"{id_}-measure-{nth}", caption, "Sanction", properties, target=False)


def _entity(
    found: Found,
    id_: str,
    caption: str,
    schema: str,
    properties: Mapping[str, Iterable[Any]],
    *,
    target: bool,
) -> Entity:
    return {
        "id": id_,
        "caption": caption,
        "schema": schema,
        "properties": _filled(properties),
        "datasets": [found.version.name],
        "referents": [],
        "target": target,
        "first_seen": None,
        "last_seen": _at_midnight(found.version.issued),
        "last_change": None,
    }


def _filled(properties: Mapping[str, Iterable[Any]]) -> dict[str, list[Any]]:
    """The properties that have values."""
    found = {name: [value for value in values if value] for name, values in properties.items()}
    return {name: values for name, values in found.items() if values}


def _dashed(identity: str) -> str:
    return identity.replace(":", "-", 1)


def _at_midnight(day: date | None) -> str | None:
    return f"{day.isoformat()}T00:00:00" if day else None
