"""The reader as the server uses it: loaded when first needed, one text at a time."""

from threading import Lock
from typing import TYPE_CHECKING

from verbale.model import Reading, Report
from verbale.settings import Settings

if TYPE_CHECKING:
    from verbale.pipeline import Reader

LONGEST_TEXT = 300_000
"""Characters that are read while somebody waits: about 45,000 words, half a minute."""


class LiveReader:
    """Reads texts that people paste; spaCy is not made for several threads at once, so they queue."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._lock = Lock()
        self._reader: Reader | None = None

    def read(self, report: Report) -> Reading:
        """The reading of one report."""
        with self._lock:
            if self._reader is None:
                from verbale.pipeline import Reader  # noqa: PLC0415 - a second, which other pages need not wait

                self._reader = Reader(self.settings)
            return self._reader.read(report)
