"""Claims that are no typed edge as `Event`, with keywords that say how they stand."""

from followthemoney.proxy import EntityProxy

from verbale.export.ftm.parties import identify_party
from verbale.export.ftm.proxies import Cells, make_id, make_proxy
from verbale.export.ftm.reports import source_of
from verbale.export.wording import summarise_claim
from verbale.record.queries.claim_rows import ClaimRow


def make_event(claim: ClaimRow) -> EntityProxy:
    """The event of a claim: deeds, and whatever is planned, alleged, demanded, denied or not read with confidence."""
    start, end = claim.when_start, claim.when_end
    one_day = start is not None and start == end
    values: Cells = {
        **source_of(claim),
        "name": summarise_claim(claim),
        "involved": [identify_party(claim, party) for party in (*claim.actor, *claim.recipient)],
        "date": start.isoformat() if start and one_day else None,
        "startDate": start.isoformat() if start and not one_day else None,
        "endDate": end.isoformat() if end and not one_day else None,
        "location": claim.place,
        "country": claim.place_country,
        "description": claim.quote or claim.topic or claim.object,
        "keywords": list_keywords(claim),
    }
    return make_proxy("Event", make_id("event", claim.report_id, claim.id), values)


def list_keywords(claim: ClaimRow) -> list[str]:
    """What the schema has no property for: type, mode, status, negation."""
    words = [f"claim:{claim.type}", f"status:{claim.status}"]
    if claim.mode:
        words.append(f"mode:{claim.mode}")
    return [*words, "polarity:negative"] if claim.negated else words
