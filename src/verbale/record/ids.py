"""Ids that follow from what they name, so that every store and every run gives the same."""

import hashlib
from collections.abc import Iterable, Sequence

from verbale.model import Claim, Reading
from verbale.record.json_text import to_json


def derive_id(namespace: str, *parts: object) -> str:
    """An id in a namespace from the values that make the thing what it is.

    >>> derive_id("identity", "report-1", "Anna Kowalska", "person")
    'identity:8593aaaf2105'
    """
    digest = hashlib.sha256(to_json(parts).encode("utf-8", "surrogatepass"))
    return f"{namespace}:{digest.hexdigest()[:12]}"


def derive_claim_ids(reading: Reading) -> list[str]:
    """The ids of a reading's claims, in their order: the same where a newer reading says the same.

    They follow from the report, the type and mode, the names of the parties and the words that carry the
    claim. Date, place, status, object and confidence may change without a new id. Where two claims of one
    reading share all of that, the second counts on.
    """
    names = {actor.id: actor.name for actor in reading.actors}
    seen: dict[str, int] = {}
    ids = []
    for claim in reading.claims:
        first = _derive_claim_id(reading.report.id, claim, names, 0)
        nth = seen.get(first, 0)
        seen[first] = nth + 1
        ids.append(_derive_claim_id(reading.report.id, claim, names, nth) if nth else first)
    return ids


def _derive_claim_id(report_id: str, claim: Claim, names: dict[str, str], nth: int) -> str:
    def named(refs: Iterable[str]) -> Sequence[str]:
        return sorted(names.get(ref, ref) for ref in refs)

    roles = (named(claim.actor), named(claim.recipient), named(claim.attributed_to))
    words = (claim.trigger.start, claim.trigger.end)
    return derive_id("claim", report_id, claim.type, claim.mode, *roles, *words, nth)
