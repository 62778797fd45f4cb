"""Verbale reads news reports about politics and diplomacy: who did what to whom, when, where, according to whom.

>>> import verbale
>>> from datetime import date
>>> reading = verbale.read("Serbia has not joined sanctions against Russia.", published=date(2024, 6, 11))
>>> [(claim.type, claim.negated) for claim in reading.claims]
[('align', True)]
"""

from typing import TYPE_CHECKING, Any

from verbale.model import Actor, Claim, Reading, Report

if TYPE_CHECKING:
    from verbale.pipeline import Reader, read

__all__ = ["Actor", "Claim", "Reader", "Reading", "Report", "read"]


def __getattr__(name: str) -> Any:
    """`Reader` and `read` come with spaCy, which takes a second to import: only when asked for."""
    if name in ("Reader", "read"):
        from verbale import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module 'verbale' has no attribute {name!r}")
