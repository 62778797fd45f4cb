"""Where reports come from: files and folders of text, HTML, JSON, JSONL, WARC, feeds; standard input; the web.

A bad report never stops the others: it comes as a `ReportError` in its place.
"""

from verbale.sources.inputs import read_inputs
from verbale.sources.options import SourceOptions
from verbale.sources.origin import Origin
from verbale.sources.reports import list_files, read_paths, read_stream

__all__ = ["Origin", "SourceOptions", "list_files", "read_inputs", "read_paths", "read_stream"]
