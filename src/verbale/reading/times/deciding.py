"""When a predicate happened, by all the evidence a report gives: its own date, the tense, dates carried over."""

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc

from verbale.model import When
from verbale.reading.times.attaching import attach_time
from verbale.reading.times.expression import TimeExpression
from verbale.reading.times.headline import default_when


def resolve_when(
    doc: Doc,
    trigger: int,
    expressions: Sequence[TimeExpression],
    published: date | None,
    *,
    is_state: bool = False,
    is_future: bool = False,
) -> When | None:
    """When the predicate at token `trigger` happened, None where the report does not say.

    Args:
        doc: the parsed report.
        trigger: index of the token that carries the predicate.
        expressions: what `find_times` found in the whole report.
        published: the day of the report, None where unknown.
        is_state: the predicate holds rather than happens ("is a candidate"): only a stated date counts.
        is_future: the predicate is planned or called for: the headline present does not date it.
    """
    attached = attach_time(doc, trigger, expressions)
    if attached is not None:
        return attached.when
    if is_state or is_future:
        return None
    return default_when(doc, trigger, published)
