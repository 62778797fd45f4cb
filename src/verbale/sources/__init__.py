"""Where reports come from: text, HTML, JSON, JSONL, folders of them, standard input.

A bad report never stops the others: it comes as a `ReportError` in its place.
"""

from verbale.sources.options import SourceOptions
from verbale.sources.origin import Origin
from verbale.sources.reports import list_files, read_paths, read_stream

__all__ = ["Origin", "SourceOptions", "list_files", "read_paths", "read_stream"]
