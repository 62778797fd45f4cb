"""The tables of the record, one module a subject; what a column means is said beside its table."""

from verbale.record.tables.claims import actors, claims, parties
from verbale.record.tables.columns import metadata
from verbale.record.tables.decisions import decisions
from verbale.record.tables.events import event_claims, event_keys, events
from verbale.record.tables.identities import (
    holdings,
    identities,
    identity_keys,
    identity_names,
    identity_traits,
    identity_words,
    links,
)
from verbale.record.tables.registers import (
    register_entries,
    register_keys,
    register_listings,
    register_members,
    registers,
    screening_results,
    tenures,
    verdicts,
    votes,
)
from verbale.record.tables.reports import feeds, readings, report_bands, report_versions, reports, unread
from verbale.record.tables.reviews import reviews

__all__ = [
    "actors",
    "claims",
    "decisions",
    "event_claims",
    "event_keys",
    "events",
    "feeds",
    "holdings",
    "identities",
    "identity_keys",
    "identity_names",
    "identity_traits",
    "identity_words",
    "links",
    "metadata",
    "parties",
    "readings",
    "register_entries",
    "register_keys",
    "register_listings",
    "register_members",
    "registers",
    "report_bands",
    "report_versions",
    "reports",
    "reviews",
    "screening_results",
    "tenures",
    "unread",
    "verdicts",
    "votes",
]
