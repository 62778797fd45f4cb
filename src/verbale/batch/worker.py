"""What an actor does: read one partition and write its tables."""

import resource
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from io import BufferedReader

from verbale.batch.counts import Counts
from verbale.batch.options import BatchOptions
from verbale.batch.partitions import Partition
from verbale.batch.places import Place
from verbale.batch.relevance import is_relevant
from verbale.batch.tables import Tables, write_tables
from verbale.batch.window import Window
from verbale.errors import LanguageError, ReaderStoppedError, ReportError
from verbale.model import Reading, Report
from verbale.pipeline import Reader
from verbale.reading.parse import load_model
from verbale.sources import Origin, read_stream
from verbale.sources.formats import Format
from verbale.sources.json_reports import read_jsonl
from verbale.sources.parquet import read_parquet

Item = Report | ReportError


class PartitionReader:
    """Reads partitions one after the other; holds the reader.

    Args:
        options: how to read.
        out: where the tables go.
    """

    def __init__(self, options: BatchOptions, out: str) -> None:
        if options.memory_bytes:
            _, most = resource.getrlimit(resource.RLIMIT_DATA)
            resource.setrlimit(resource.RLIMIT_DATA, (options.memory_bytes, most))
        self._options = options
        self._out = Place.at(out)
        load_model(options.settings.spacy_model)
        self._reader = Reader(options.settings)

    def ready(self) -> bool:
        """Whether the model is loaded, so that whoever waits for the answer knows that it can be."""
        return True

    def read(self, partition: Partition, stopped: Mapping[int, str] | None = None) -> Counts:
        """Read a partition, write its tables and then its done marker.

        Args:
            partition: what to read.
            stopped: documents to set aside, by their number from 0, with the reason. Where it is given, even empty,
                documents are read one by one, each named in a note before, so that the one that ends the process
                can be told. None reads them in batches, which is faster.
        """
        seen: Counter[str] = Counter()
        documents = read_documents(partition, self._options)
        if self._options.only_relevant:
            documents = _leave_out_irrelevant(documents, seen)
        results = (
            self._reader.read_many(documents, jobs=1)
            if stopped is None
            else self._read_singly(partition, documents, stopped)
        )
        with write_tables(self._out, partition.key) as tables:
            for result in results:
                seen.update(_keep(result, tables))
        counts = Counts(**seen)
        finish(self._out, partition, counts)
        return counts

    def _read_singly(
        self, partition: Partition, documents: Iterable[Item], stopped: Mapping[int, str]
    ) -> Iterator[Reading | ReportError]:
        note = note_of(self._out, partition)
        for number, document in enumerate(documents):
            name = document.report_id if isinstance(document, ReportError) else document.id
            if number in stopped:
                yield ReaderStoppedError(name, f"{name} was set aside: {stopped[number]}: read it by itself")
                continue
            note.write_json({"number": number, "report": name})
            yield from self._reader.read_batch([document])
        note.remove()


def read_documents(partition: Partition, options: BatchOptions) -> Iterator[Item]:
    """The reports of a partition in their order, bad ones as errors."""
    origin = Origin(partition.uri)
    with Place.at(partition.uri).open() as stream:
        if partition.form is Format.PARQUET:
            yield from read_parquet(stream, origin, options.sources, partition.start, partition.end)
            return
        window = BufferedReader(Window(stream, partition.start, partition.end))
        if partition.form is Format.JSONL and partition.first > 1:
            yield from read_jsonl(window, origin, options.sources, partition.first)
        else:
            yield from read_stream(window, origin, options.sources, partition.form)


def _leave_out_irrelevant(documents: Iterable[Item], seen: Counter[str]) -> Iterator[Item]:
    """The documents without those that hold no word of politics, which are counted."""
    for document in documents:
        if isinstance(document, ReportError) or is_relevant(document):
            yield document
        else:
            seen.update(documents=1, irrelevant=1)


def finish(out: Place, partition: Partition, counts: Counts) -> None:
    """Mark a partition as done."""
    marker = {
        "uri": partition.uri,
        "start": partition.start,
        "end": partition.end,
        "counts": counts.to_dict(),
    }
    out.child("done", f"{partition.key}.json").write_json(marker)


def note_of(out: Place, partition: Partition) -> Place:
    """Where it stands which document of a partition is being read, when each is read by itself."""
    return out.child("tmp", f"{partition.key}.reading.json")


def _keep(result: Reading | ReportError, tables: Tables) -> dict[str, int]:
    """Write a result down; what it adds to the counts."""
    if isinstance(result, LanguageError):
        return {"documents": 1, "other_language": 1}
    tables.add(result)
    if isinstance(result, ReportError):
        return {"documents": 1, "unread": 1}
    words = len(result.report.text.split())
    return {"documents": 1, "read": 1, "claims": len(result.claims), "words": words}
