"""Persons, bodies and states of the record as FollowTheMoney entities."""

from collections.abc import Iterable

from followthemoney.proxy import EntityProxy

from verbale.export.ftm.proxies import Cells, make_id, make_proxy
from verbale.export.ftm.schemata import schema_of
from verbale.export.wording import name_party
from verbale.model import Kind
from verbale.record.queries.claim_rows import ClaimRow, PartyRow

_STATE_TOPIC = "gov.national"


def identify_party(claim: ClaimRow, party: PartyRow) -> str:
    """The id of the identity; of whoever has none in the record, one of the report's own."""
    if party.identity:
        return make_id("party", party.identity)
    return make_id("party", claim.report_id, party.ref or party.name)


def make_party(id_: str, party: PartyRow, spellings: Iterable[str], topics: Iterable[str]) -> EntityProxy:
    """The entity of a party.

    Args:
        id_: as `identify_party` gives it.
        party: as it was met first.
        spellings: every name that reports have for it.
        topics: what registers that bear the match out say of it; press alone gives nobody a topic of risk.
    """
    name = name_party(party)
    own = (_STATE_TOPIC,) if party.kind == Kind.STATE else ()
    values: Cells = {
        "name": name,
        "alias": sorted({spelling for spelling in spellings if spelling != name}),
        "country": party.known_country or party.country,
        "topics": sorted({*own, *topics}),
    }
    return make_proxy(schema_of(party), id_, values)
