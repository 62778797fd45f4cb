"""The nouns of Verbale: frozen, without I/O, the same in every layer."""

from verbale.model.actor import Actor, Kind, Office
from verbale.model.claim import Claim, Status, TextSpan, TraceStep
from verbale.model.interval import Interval, When
from verbale.model.place import Place
from verbale.model.reading import Reading
from verbale.model.report import Report, derive_report_id

__all__ = [
    "Actor",
    "Claim",
    "Interval",
    "Kind",
    "Office",
    "Place",
    "Reading",
    "Report",
    "Status",
    "TextSpan",
    "TraceStep",
    "When",
    "derive_report_id",
]
