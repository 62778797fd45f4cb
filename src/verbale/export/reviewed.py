"""The reports of the record that people went over."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection

from verbale.record.queries.claim_rows import ClaimRow
from verbale.record.queries.report import ReportView, report
from verbale.record.queries.settled import settle_claims


def list_reviewed(
    conn: Connection, claims: Iterable[ClaimRow]
) -> Iterator[tuple[ReportView, Sequence[ClaimRow]]]:
    """Reports all of whose claims are decided, in the order of the claims given, with the claims that stand.

    A report with an undecided claim is left out: nobody vouches for that claim.
    """
    for report_id in dict.fromkeys(claim.report_id for claim in claims if claim.review):
        view = report(conn, report_id)
        if view and is_reviewed(view):
            yield view, tuple(settle_claims(conn, view.claims))


def is_reviewed(view: ReportView) -> bool:
    """Whether people decided about every claim of a report, of which there is at least one."""
    return bool(view.claims) and all(claim.review for claim in view.claims)
