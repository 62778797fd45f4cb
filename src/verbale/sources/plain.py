"""Plain text: one file, one report."""

from verbale.model import Report, derive_report_id
from verbale.sources.checks import check_report
from verbale.sources.decoding import decode_text
from verbale.sources.options import SourceOptions
from verbale.sources.origin import Origin


def read_plain(raw: bytes, origin: Origin, options: SourceOptions) -> Report:
    """The report that a plain text is; its metadata are those of `options`.

    Raises:
        ReportError: the bytes are no text, or the text no report.

    >>> read_plain(b"The minister resigned.", Origin("a.txt"), SourceOptions(title="Exit")).title
    'Exit'
    """
    text = decode_text(raw, origin, options.encoding)
    report = Report(
        id=derive_report_id(text, options.published),
        text=text,
        title=options.title,
        publisher=options.publisher,
        url=options.url,
        published=options.published,
    )
    return check_report(report, options, origin)
