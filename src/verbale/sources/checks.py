"""What a text must be before it is worth reading."""

import re

from verbale.errors import EmptyTextError, NoSentenceError, TextTooLongError
from verbale.model import Report
from verbale.sources.dates import check_published
from verbale.sources.language import check_language
from verbale.sources.options import SourceOptions
from verbale.sources.origin import Origin

_WORD = re.compile(r"[^\W\d_]+")


def check_report(
    report: Report, options: SourceOptions, origin: Origin, declared: str | None = None
) -> Report:
    """The report itself, if it can be read; `declared` is the language it gives itself.

    Raises:
        ReportError: the text is empty, too long, no sentence or not English, or its date impossible.
    """
    check_text(report.text, options.max_chars, origin)
    check_published(report.published, options.today, origin)
    if not options.force:
        check_language(report.text, declared, origin)
    return report


def check_text(text: str, max_chars: int, origin: Origin) -> None:
    """Nothing, if the text is of a length that can be read and holds two words at least.

    Raises:
        EmptyTextError, NoSentenceError, TextTooLongError: otherwise.

    >>> check_text("2024 -- 06", 1000, Origin("r1"))
    Traceback (most recent call last):
    verbale.errors.NoSentenceError: r1 has no sentence (10 characters, fewer than two words): ...
    """
    if not text.strip("\ufeff\u200b \t\r\n\f\v\u00a0"):
        raise EmptyTextError(origin.id, f"{origin.label} is empty: give the text of the report")
    if len(text) > max_chars:
        raise TextTooLongError(
            origin.id,
            f"{origin.label} has {len(text):,} characters, more than {max_chars:,}: split it into reports, "
            "or raise VERBALE_MAX_CHARS",
        )
    words = _WORD.finditer(text)
    if not (next(words, None) and next(words, None)):
        raise NoSentenceError(
            origin.id,
            f"{origin.label} has no sentence ({len(text)} characters, fewer than two words): "
            "give the text of the report",
        )
