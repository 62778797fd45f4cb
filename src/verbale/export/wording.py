"""A claim in one line, for calendars and maps."""

from verbale.model import Status
from verbale.record.queries.claim_rows import ClaimRow, PartyRow


def name_party(party: PartyRow) -> str:
    """The name that the record knows somebody by, else the report's.

    >>> name_party(PartyRow("a1", "Kowalska", "person", None, "identity:1", "Anna Kowalska"))
    'Anna Kowalska'
    """
    return party.known_as or party.name


def name_parties(parties: tuple[PartyRow, ...]) -> list[str]:
    """Their names, in their order."""
    return [name_party(party) for party in parties]


def summarise_claim(claim: ClaimRow) -> str:
    """Who, what, whom; what is not plainly said to have happened begins with how it is said.

    For example `planned: Serbia: sanction → Ruritania (asset freeze)` or `not: Anna Kowalska: visit → Norway`.
    """
    kind = f"{claim.type} ({claim.mode})" if claim.mode else claim.type
    line = ": ".join(filter(None, (", ".join(name_parties(claim.actor)), kind)))
    if claim.recipient:
        line = f"{line} → {', '.join(name_parties(claim.recipient))}"
    about = claim.office[0] if claim.office else claim.object or claim.topic
    return f"{_hedge(claim)}{line}" + (f" ({about})" if about else "")


def _hedge(claim: ClaimRow) -> str:
    status = "" if claim.status == Status.HAPPENED else f"{claim.status.replace('_', ' ')}: "
    return f"{status}not: " if claim.negated else status
